package givbridge.command;

import givbridge.plant.Snapshot;
import givbridge.registers.Decoder;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Proves a clock that was set: it runs on while it is written and read back. */
final class ClockProof {
  /** An inverter may set its clock a little late, and counts whole seconds. */
  private static final Duration BEHIND = Duration.ofSeconds(2);

  private static final Duration AHEAD = Duration.ofSeconds(5);

  private ClockProof() {}

  /**
   * What is wrong with the clock, in words; empty if it shows what was set.
   *
   * @param row the field that reads the clock
   * @param snapshot what the inverter holds now
   * @param began when the first part was written
   */
  static Optional<String> difference(
      RegisterRow row, WritePlan plan, Snapshot snapshot, Instant began, Instant now) {
    Words held = snapshot.words(snapshot.topology().inverter().address());
    Optional<LocalDateTime> shown = moment(row, held);
    Optional<LocalDateTime> asked = moment(row, words(plan));
    if (shown.isEmpty() || asked.isEmpty()) {
      return Optional.of(row.name() + " reads back as no date and time");
    }
    Duration ahead = Duration.between(asked.get(), shown.get());
    Duration most = Duration.between(began, now).plus(AHEAD);
    boolean right = ahead.compareTo(BEHIND.negated()) >= 0 && ahead.compareTo(most) <= 0;
    return right
        ? Optional.empty()
        : Optional.of("the clock shows " + shown.get() + ", asked " + asked.get());
  }

  private static Words words(WritePlan plan) {
    return (bank, address) ->
        plan.writes().stream()
            .filter(write -> write.row().bank() == bank && write.register() == address)
            .map(RegisterWrite::value)
            .findFirst()
            .orElse(Words.UNKNOWN);
  }

  private static Optional<LocalDateTime> moment(RegisterRow row, Words words) {
    return Decoder.decode(row, words, Instant.EPOCH)
        .known()
        .flatMap(v -> v instanceof Value.Moment it ? Optional.of(it.at()) : Optional.empty());
  }
}
