package givbridge.modbus;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a lane did since it was made.
 *
 * @param requests counts of requests
 * @param connections counts of connections
 * @param heartbeats heartbeats answered
 * @param strays frames that were no answer, by kind; kinds never seen are left out
 * @param recent the last minute
 */
public record LaneStatistics(
    Requests requests,
    Connections connections,
    long heartbeats,
    Map<StrayKind, Long> strays,
    Recent recent) {

  /**
   * Counts of requests.
   *
   * @param sent frames sent, repeated ones as well
   * @param answered requests that got their answer
   * @param retries frames sent again after a failed try
   * @param timeouts tries without answer
   * @param refusals tries answered by an error frame
   */
  public record Requests(long sent, long answered, long retries, long timeouts, long refusals) {}

  /**
   * Counts of connections.
   *
   * @param open whether one is open now
   * @param opened opened so far
   * @param idleCloses closed by the dongle while nothing was asked; many dongles do after 10 s
   * @param lost ended while a request waited, or given up for silence
   * @param failed that could not be opened
   */
  public record Connections(boolean open, long opened, long idleCloses, long lost, long failed) {}

  /**
   * The last minute.
   *
   * @param requestsLastMinute frames sent in the last 60 s
   * @param requestsAllowed frames that the dongle is asked to bear in 60 s now
   * @param lastAnswer when the last answer came
   */
  public record Recent(int requestsLastMinute, int requestsAllowed, Optional<Instant> lastAnswer) {}
}
