package givbridge.camel;

import givbridge.tables.Faults;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The tables, read in a thread of their own while the settings are read and inverters dialled. */
final class PendingKnowledge {
  private final Faults faults = new Faults();
  private final FutureTask<Knowledge> reading = new FutureTask<>(() -> Knowledge.load(faults));

  private PendingKnowledge() {}

  /** Begins to read. */
  static PendingKnowledge begin() {
    PendingKnowledge pending = new PendingKnowledge();
    Background.run("tables", pending.reading);
    return pending;
  }

  /** Waits for the tables; their faults are added to those found elsewhere. */
  Knowledge take(Faults all) {
    try {
      Knowledge knowledge = reading.get();
      faults.list().forEach(all::add);
      return knowledge;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the tables cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the tables", e);
    }
  }
}
