package givbridge.camel;

import givbridge.modbus.LaneStatistics;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.PollReport;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code GET /api/v1/inverters/{serial}} says of an inverter, as plain maps for JSON. */
final class InverterDescription {
  private InverterDescription() {}

  /** Who it is, what hangs on it, how its last poll went. Times are ISO 8601 in UTC. */
  static Map<String, Object> of(int number, Snapshot snapshot, Instant now) {
    Identity identity = snapshot.identity();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("number", number);
    all.put("serial", identity.serial());
    all.put("model", identity.model().label());
    all.put("proven", identity.model().proven());
    all.put("typeCode", identity.typeCode());
    all.put("firmware", identity.arm());
    identity.ratedWatts().ifPresent(watts -> all.put("ratedWatts", watts));
    identity.batteryWatts().ifPresent(watts -> all.put("batteryWatts", watts));
    all.put(
        "devices",
        snapshot.topology().devices().stream().map(d -> device(d, snapshot, now)).toList());
    all.put("lastPoll", report(snapshot.report()));
    all.put("blocks", blocks(snapshot, now));
    return all;
  }

  private static Map<String, Object> device(Device device, Snapshot snapshot, Instant now) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", device.kind().name());
    one.put("address", "0x" + Integer.toHexString(device.address()).toUpperCase(Locale.ROOT));
    one.put("name", device.key());
    serial(device, snapshot).ifPresent(serial -> one.put("serial", serial));
    device
        .parent()
        .ifPresent(parent -> one.put("partOf", parent.kind().name() + " " + parent.key()));
    if (device.seat().offset() != 0) {
      one.put("registersShiftedBy", device.seat().offset());
    }
    snapshot
        .newest(device)
        .ifPresent(at -> one.put("ageSeconds", seconds(Duration.between(at, now))));
    return one;
  }

  private static Optional<String> serial(Device device, Snapshot snapshot) {
    return device.isInverter()
        ? Optional.of(snapshot.identity().serial())
        : device.kind().serialOf(field -> snapshot.reading(device, field));
  }

  private static Map<String, Object> report(PollReport report) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("number", report.number());
    one.put("full", report.full());
    one.put("started", report.started().toString());
    one.put("seconds", seconds(report.took()));
    one.put("overran", report.overran());
    one.put(
        "failures",
        report.failures().stream()
            .map(f -> Map.of("block", f.key().toString(), "reason", f.reason()))
            .toList());
    return one;
  }

  private static List<Map<String, Object>> blocks(Snapshot snapshot, Instant now) {
    Map<String, Map<String, Object>> sorted = new TreeMap<>();
    for (ReadBlock read : snapshot.blocks()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("block", read.block().key().toString());
      one.put("read", read.block().at().toString());
      one.put("ageSeconds", seconds(Duration.between(read.block().at(), now)));
      sorted.put(read.block().key().toString(), one);
    }
    return new ArrayList<>(sorted.values());
  }

  /** What the connection did since the start. */
  static Map<String, Object> connection(LaneStatistics lane) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("open", lane.connections().open());
    one.put("opened", lane.connections().opened());
    one.put("lost", lane.connections().lost());
    one.put("closedIdle", lane.connections().idleCloses());
    one.put("failed", lane.connections().failed());
    one.put("requests", lane.requests().sent());
    one.put("answered", lane.requests().answered());
    one.put("retries", lane.requests().retries());
    one.put("timeouts", lane.requests().timeouts());
    one.put("refusals", lane.requests().refusals());
    one.put("requestsLastMinute", lane.recent().requestsLastMinute());
    one.put("requestsAllowedAMinute", lane.recent().requestsAllowed());
    one.put("heartbeats", lane.heartbeats());
    Map<String, Long> strays = new TreeMap<>();
    lane.strays().forEach((kind, count) -> strays.put(kind.toString(), count));
    one.put("strays", strays);
    return one;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
