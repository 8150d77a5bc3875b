package givbridge.modbus;

import givbridge.modbus.Frame.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts the replies for which no request waits, and hands them to the observer. */
final class Unasked {

  private static final Logger LOG = LoggerFactory.getLogger(Unasked.class);

  /** More than the tries of 17 s, which the slowest answer seen took. */
  private static final int REMEMBERED = 16;

  private final Deque<RequestKey> mayComeLate = new ArrayDeque<>();
  private final LaneObserver observer;
  private final LaneCounters counters;

  Unasked(LaneObserver observer, LaneCounters counters) {
    this.observer = observer;
    this.counters = counters;
  }

  /** So many tries of a request got no answer, and may get it yet. */
  void mayComeLate(RequestKey key, int answers) {
    for (int i = 0; i < answers; i++) {
      mayComeLate.addLast(key);
    }
    while (mayComeLate.size() > REMEMBERED) {
      mayComeLate.removeFirst();
    }
  }

  void accept(Reply reply) {
    counters.stray(kindOf(reply));
    try {
      observer.unasked(reply);
    } catch (RuntimeException e) {
      LOG.warn("The observer failed on an unasked reply to: {}", reply.key(), e);
    }
  }

  private StrayKind kindOf(Reply reply) {
    if (mayComeLate.removeFirstOccurrence(reply.key())) {
      return StrayKind.LATE_REPLY;
    }
    return reply.key().function() == Envelope.WRITE_SINGLE
        ? StrayKind.FOREIGN_WRITE_ECHO
        : StrayKind.UNSOLICITED_REPLY;
  }
}
