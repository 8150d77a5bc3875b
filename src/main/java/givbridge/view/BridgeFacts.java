package givbridge.view;

import givbridge.plant.PollReport;
import givbridge.plant.Snapshot;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What formulas can say of the bridge itself, as {@code bridge:name}. */
final class BridgeFacts {
  /** The names with the kind of value that each gives. */
  static final Map<String, ValueKind> KINDS =
      Map.of(
          "last_read", ValueKind.TEXT,
          "data_age", ValueKind.NUMBER,
          "state", ValueKind.CODE,
          "version", ValueKind.TEXT,
          "write_count", ValueKind.NUMBER,
          "safe_write_count", ValueKind.NUMBER,
          "poll_took", ValueKind.NUMBER,
          "poll_overran", ValueKind.FLAG);

  /** Whether data come in. */
  private enum State {
    ONLINE(0),
    OFFLINE(1),
    PAUSED(2);

    private final int number;

    State(int number) {
      this.number = number;
    }
  }

  private BridgeFacts() {}

  static Map<String, Reading> of(Optional<Snapshot> snapshot, ViewContext context) {
    Optional<Instant> last = snapshot.flatMap(Snapshot::newest);
    Optional<Duration> age = last.map(read -> age(read, context.now()));
    Optional<PollReport> report = snapshot.map(Snapshot::report);
    State state = state(age, context);
    Map<String, Reading> facts = new HashMap<>();
    facts.put(
        "last_read",
        reading(last.map(at -> new Value.Text(TimeFunctions.precise(at, context.zone())))));
    facts.put("data_age", reading(age.map(BridgeFacts::seconds)));
    facts.put("state", known(new Value.Code(state.number, state.name())));
    facts.put("version", known(new Value.Text(context.bridgeVersion())));
    facts.put("write_count", known(Value.Amount.of(context.activity().writes())));
    facts.put("safe_write_count", known(Value.Amount.of(context.activity().safeWrites())));
    facts.put("poll_took", reading(report.map(poll -> seconds(poll.took()))));
    facts.put("poll_overran", reading(report.map(poll -> new Value.Flag(poll.overran()))));
    return facts;
  }

  /** Never negative, as clocks can be set back. */
  private static Duration age(Instant read, Instant now) {
    return now.isBefore(read) ? Duration.ZERO : Duration.between(read, now);
  }

  private static State state(Optional<Duration> age, ViewContext context) {
    if (context.activity().paused()) {
      return State.PAUSED;
    }
    return age.filter(old -> !context.isTooOld(old)).isPresent() ? State.ONLINE : State.OFFLINE;
  }

  private static Value seconds(Duration duration) {
    return new Value.Amount(BigDecimal.valueOf(duration.toMillis(), 3));
  }

  private static Reading known(Value value) {
    return new Reading.Known(value, Instant.EPOCH);
  }

  private static Reading reading(Optional<? extends Value> value) {
    return value.<Reading>map(BridgeFacts::known).orElse(Reading.unknown(Why.NEVER_READ));
  }
}
