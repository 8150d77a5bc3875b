package givbridge.modbus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The next one, which stays in the queue. Those whose callers went away are dropped. */
  Optional<Ticket> next() {
    for (Deque<Ticket> tickets : waiting.values()) {
      tickets.removeIf(ticket -> ticket.answer().isDone());
      if (!tickets.isEmpty()) {
        return Optional.of(tickets.getFirst());
      }
    }
    return Optional.empty();
  }

  void remove(Ticket ticket) {
    of(ticket).remove(ticket);
  }

  /** Takes out the one which was sent before, without answer, and asks for this. */
  Optional<Ticket> takeTried(RequestKey key) {
    Optional<Ticket> tried =
        waiting.values().stream()
            .flatMap(Deque::stream)
            .filter(ticket -> ticket.tries() > 0 && ticket.key().equals(key))
            .findFirst();
    tried.ifPresent(this::remove);
    return tried;
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
    return waiting.getOrDefault(ticket.urgency(), new ArrayDeque<>());
  }
}
