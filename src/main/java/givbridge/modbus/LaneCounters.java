package givbridge.modbus;

import givbridge.modbus.LaneStatistics.Connections;
import givbridge.modbus.LaneStatistics.Recent;
import givbridge.modbus.LaneStatistics.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts for {@link LaneStatistics}; written by the lane's thread, read by any. */
final class LaneCounters {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<StrayKind, Long> strays = new EnumMap<>(StrayKind.class);
  private final Deque<Instant> lastMinute = new ArrayDeque<>();
  private long sent;
  private long answered;
  private long retries;
  private long timeouts;
  private long refusals;
  private boolean open;
  private long opened;
  private long idleCloses;
  private long lost;
  private long failed;
  private long heartbeats;
  private int allowed;
  private Optional<Instant> lastAnswer = Optional.empty();

  LaneCounters(int allowed) {
    this.allowed = allowed;
  }

  synchronized void sent(boolean retry, Instant now) {
    sent++;
    retries += retry ? 1 : 0;
    lastMinute.addLast(now);
    forgetBefore(now.minus(MINUTE));
  }

  synchronized void answered(Instant now) {
    answered++;
    lastAnswer = Optional.of(now);
  }

  synchronized void allowed(int perMinute) {
    allowed = perMinute;
  }

  synchronized void timedOut() {
    timeouts++;
  }

  synchronized void refused() {
    refusals++;
  }

  synchronized void heartbeat() {
    heartbeats++;
  }

  synchronized void stray(StrayKind kind) {
    strays.merge(kind, 1L, Long::sum);
  }

  synchronized void opened() {
    open = true;
    opened++;
  }

  synchronized void closedIdle() {
    open = false;
    idleCloses++;
  }

  synchronized void lost() {
    open = false;
    lost++;
  }

  synchronized void connectFailed() {
    failed++;
  }

  synchronized void closed() {
    open = false;
  }

  synchronized boolean isOpen() {
    return open;
  }

  synchronized long connections() {
    return opened;
  }

  synchronized LaneStatistics snapshot(Instant now) {
    forgetBefore(now.minus(MINUTE));
    return new LaneStatistics(
        new Requests(sent, answered, retries, timeouts, refusals),
        new Connections(open, opened, idleCloses, lost, failed),
        heartbeats,
        Map.copyOf(strays),
        new Recent(lastMinute.size(), allowed, lastAnswer));
  }

  private void forgetBefore(Instant limit) {
    while (!lastMinute.isEmpty() && lastMinute.getFirst().isBefore(limit)) {
      lastMinute.removeFirst();
    }
  }
}
