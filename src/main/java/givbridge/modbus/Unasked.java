package givbridge.modbus;

import givbridge.modbus.Frame.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts the replies for which no request waits, and hands them to the observer. */
final class Unasked {

  private static final Logger LOG = LoggerFactory.getLogger(Unasked.class);

  /** More requests than may be answered late at once; the slowest answer seen took 17 s. */
  private static final int REMEMBERED = 16;

  private final Deque<RequestKey> mayComeLate = new ArrayDeque<>();
  private final LaneObserver observer;
  private final LaneCounters counters;

  Unasked(LaneObserver observer, LaneCounters counters) {
    this.observer = observer;
    this.counters = counters;
  }

  /** A request was sent more often than it was answered. */
  void mayComeLate(RequestKey key) {
    mayComeLate.addLast(key);
    if (mayComeLate.size() > REMEMBERED) {
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
