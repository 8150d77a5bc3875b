package givbridge.camel;

import givbridge.plant.Topology;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** What is found behind the connections, told in order; kept until there is somebody to tell. */
final class Finds {
  private final Queue<Find> early = new ArrayDeque<>();
  private Optional<Listener> listener = Optional.empty();

  /** Hears what was found behind the connection of an inverter. */
  @FunctionalInterface
  interface Listener {
    void found(int number, Topology topology);
  }

  private record Find(int number, Topology topology) {}

  /** Tells a find, or keeps it. */
  void found(int number, Topology topology) {
    listenerOrKeep(new Find(number, topology)).ifPresent(it -> it.found(number, topology));
  }

  private synchronized Optional<Listener> listenerOrKeep(Find find) {
    if (listener.isEmpty()) {
      early.add(find);
    }
    return listener;
  }

  /** Tells what was kept, and from now on everything at once. */
  synchronized void tell(Listener from) {
    early.forEach(find -> from.found(find.number(), find.topology()));
    early.clear();
    listener = Optional.of(from);
  }
}
