package givbridge.plant;

import givbridge.tables.Condition;

/**
 * A block that is read regularly, from {@code tables/poll-plan.csv}.
 *
 * @param kind device kind
 * @param spec the block
 * @param tier how often
 * @param condition for which inverters
 * @param keep whether an unanswered block is asked again
 */
public record PlanRow(String kind, BlockSpec spec, Tier tier, Condition condition, Keep keep) {
  /** How often a block is read. */
  public enum Tier {
    /** In every poll. */
    QUICK,
    /** In full polls. */
    FULL,
    /** In the first poll, and in every fifth one. */
    EVERY_5TH,
    /** In the first poll, and in every tenth one. */
    EVERY_10TH
  }

  /** What follows when a block is not answered. */
  public enum Keep {
    /** It is asked again, always. */
    ALWAYS,
    /** After three times in a row it counts as absent, until the inverter was away for a while. */
    IF_ANSWERED
  }
}
