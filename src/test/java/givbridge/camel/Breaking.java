package givbridge.camel;

import java.util.concurrent.atomic.AtomicInteger;

/** A bean that breaks as none should, twice; a route calls it. */
public final class Breaking {
  private final AtomicInteger calls = new AtomicInteger();

  /** Ends with an error the first two times. */
  public void pass() {
    if (calls.incrementAndGet() <= 2) {
      throw new LinkageError("a class that is not there");
    }
  }

  /** How often it was called. */
  int calls() {
    return calls.get();
  }
}
