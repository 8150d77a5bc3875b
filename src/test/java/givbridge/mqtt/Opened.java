package givbridge.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes what a test opened, the last first. */
final class Opened implements AfterEachCallback {
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  <T extends AutoCloseable> T add(T resource) {
    open.add(resource);
    return resource;
  }

  /** Closes one before its time. */
  void close(AutoCloseable resource) throws Exception {
    open.remove(resource);
    resource.close();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }
}
