package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Devices that stopped to answer. One that did so three times in a row keeps its place and is asked
 * again every five minutes, so that it does not hold up every poll. Only the polling thread touches
 * it.
 */
final class Away {
  private static final int PATIENCE = 3;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Map<Seat, Silence> silences = new HashMap<>();

  private record Silence(int times, Instant until) {}

  /** Whether a device is left out of a poll now. */
  boolean rests(Device device, Instant now) {
    Silence silence = silences.get(device.seat());
    return silence != null && silence.times() >= PATIENCE && now.isBefore(silence.until());
  }

  /** Whether a device that answered nothing lately is asked only whether it is there again. */
  boolean isAway(Device device) {
    Silence silence = silences.get(device.seat());
    return silence != null && silence.times() >= PATIENCE;
  }

  void answered(Device device) {
    silences.remove(device.seat());
  }

  /** Counts a silence; true if the device counts as away from now on. */
  boolean silent(Device device, Instant now) {
    if (device.isInverter()) {
      return false;
    }
    Silence before = silences.getOrDefault(device.seat(), new Silence(0, now));
    Silence after = new Silence(before.times() + 1, now.plus(PAUSE));
    silences.put(device.seat(), after);
    return after.times() == PATIENCE;
  }

  void clear() {
    silences.clear();
  }
}
