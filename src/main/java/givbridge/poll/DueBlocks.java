package givbridge.poll;

import givbridge.link.Answer;
import givbridge.link.AnswerTaker;
import givbridge.link.LinkException;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.poll.ReadPlan.Due;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks of one poll: taken up in the order of the plan, until the dongle answers nothing. */
final class DueBlocks implements AnswerTaker {
  /** So many silent blocks of the inverter in a row end a poll: the dongle answers nothing. */
  private static final int SILENT_LIMIT = 2;

  private final PollRound round;
  private final Map<BlockKey, Due> due;
  private final Deque<Due> waiting;
  private final Map<BlockKey, Block> fresh;
  private Optional<LinkException> failure = Optional.empty();
  private int silent;

  /**
   * The blocks of a poll.
   *
   * @param due in the order of the plan
   * @param fresh those that were read just now
   */
  DueBlocks(PollRound round, List<Due> due, Map<BlockKey, Block> fresh) {
    this.round = round;
    this.due = new HashMap<>(due.size() * 2);
    for (Due block : due) {
      this.due.put(block.key(), block);
    }
    this.waiting = new ArrayDeque<>(due);
    this.fresh = fresh;
  }

  /** Those that are still to be read. */
  List<Due> missing() {
    List<Due> missing = new ArrayList<>();
    for (Due block : waiting) {
      if (!fresh.containsKey(block.key())) {
        missing.add(block);
      }
    }
    return missing;
  }

  /** Why the last block that is missing was not to be had. */
  Optional<LinkException> failure() {
    return failure;
  }

  /** A pack or a meter may be silent alone, and an optional block always is where it is absent. */
  @Override
  public boolean goesOn(Answer answer) {
    if (!(answer instanceof Answer.Missing missing)) {
      silent = 0;
      return true;
    }
    Due block = due.get(answer.key());
    if (missing.why().why() != LinkException.Cause.NO_ANSWER) {
      silent = 0;
    } else if (block != null && block.device().isInverter() && !block.optional()) {
      silent++;
    }
    return missing.why().why() != LinkException.Cause.OFFLINE && silent < SILENT_LIMIT;
  }

  @Override
  public void take(Answer answer) throws LinkException {
    Due block = due.get(answer.key());
    if (block == null) {
      return;
    }
    takeFresh();
    waiting.remove(block);
    if (answer instanceof Answer.Came came) {
      round.take(block.device(), came.block());
    } else if (answer instanceof Answer.Missing missing) {
      failure = Optional.of(missing.why());
      round.fail(block, missing.why());
    }
  }

  /** Takes up those that were read just now and whose turn it is. */
  void takeFresh() throws LinkException {
    for (Due next = waiting.peek();
        next != null && fresh.containsKey(next.key());
        next = waiting.peek()) {
      waiting.remove();
      round.take(next.device(), fresh.get(next.key()));
    }
  }
}
