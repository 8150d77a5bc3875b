package givbridge.modbus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The waiting requests: commands before reads, and else in the order of their coming. */
final class TicketQueue {

  private final Map<Urgency, Deque<Ticket>> waiting = new EnumMap<>(Urgency.class);

  TicketQueue() {
    for (Urgency urgency : Urgency.values()) {
      waiting.put(urgency, new ArrayDeque<>());
    }
  }

  void add(Ticket ticket) {
    of(ticket).addLast(ticket);
  }

  /** Puts back what was sent before: it is the next of its urgency. */
  void putBack(Ticket ticket) {
    of(ticket).addFirst(ticket);
  }

  /**
   * The next one, which stays in the queue. Those before it whose callers went away are dropped.
   */
  Optional<Ticket> next() {
    for (Deque<Ticket> tickets : waiting.values()) {
      Ticket next = firstAwaited(tickets);
      if (next != null) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Ticket firstAwaited(Deque<Ticket> tickets) {
    while (!tickets.isEmpty() && tickets.getFirst().answer().isDone()) {
      tickets.removeFirst();
    }
    return tickets.peekFirst();
  }

  void remove(Ticket ticket) {
    of(ticket).remove(ticket);
  }

  /** Takes out the one which was sent before, without answer, and asks for this. */
  Optional<Ticket> takeTried(RequestKey key) {
    for (Deque<Ticket> tickets : waiting.values()) {
      for (Ticket ticket : tickets) {
        if (ticket.tries() > 0 && ticket.key().equals(key)) {
          tickets.remove(ticket);
          return Optional.of(ticket);
        }
      }
    }
    return Optional.empty();
  }

  /** Takes out all. */
  List<Ticket> drain() {
    List<Ticket> all = new ArrayList<>();
    for (Deque<Ticket> tickets : waiting.values()) {
      all.addAll(tickets);
      tickets.clear();
    }
    return all;
  }

  private Deque<Ticket> of(Ticket ticket) {
    return Objects.requireNonNull(waiting.get(ticket.urgency()), "every urgency has its queue");
  }
}
