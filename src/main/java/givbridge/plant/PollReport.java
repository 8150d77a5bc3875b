package givbridge.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the poll went that a snapshot came from.
 *
 * @param number polls since the start, from 1
 * @param full whether the settings were read too
 * @param started when it began
 * @param took from the first request to the last reply
 * @param failures the blocks that gave no usable answer, with the reason in words
 * @param overran whether it took longer than its period
 */
public record PollReport(
    long number,
    boolean full,
    Instant started,
    Duration took,
    List<BlockFailure> failures,
    boolean overran) {
  public PollReport {
    failures = List.copyOf(failures);
  }

  /** A block without a usable answer. */
  public record BlockFailure(BlockKey key, String reason) {}
}
