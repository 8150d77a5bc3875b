package givbridge.view;

import givbridge.cleaning.InverterClock;
import givbridge.cleaning.Memory;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks of one plant, with the numbers of the hidden leaves that give their values. */
final class Checks {
  private final List<Bound> bound;

  /** A check with the numbers of its leaves. */
  record Bound(Check check, int value, int scale) {}

  Checks(List<Bound> bound) {
    this.bound = List.copyOf(bound);
  }

  /**
   * What a reading says as a whole.
   *
   * @param values gives the leaves as read, not judged
   */
  Screening screen(Evaluation values, Memory memory) {
    ViewContext context = values.context();
    InverterClock clock = memory.clock();
    Map<String, Instant> doubted = new HashMap<>();
    List<Check> refused = new ArrayList<>();
    for (Bound each : bound) {
      Reading reading = values.leaf(each.value());
      Optional<BigDecimal> number = reading.known().flatMap(Function::number);
      if (number.isEmpty() || !(reading instanceof Known known)) {
        continue;
      }
      if (each.check().kind() == Check.Kind.CLOCK) {
        clock =
            clock.read(
                LocalDateTime.ofEpochSecond(number.get().longValue(), 0, ZoneOffset.UTC),
                known.at(),
                context.zone());
      } else if (isFresh(known, context) && isBroken(each, number.get(), values)) {
        Instant since = memory.doubted().getOrDefault(each.check().name(), known.at());
        doubted.put(each.check().name(), since);
        if (each.check().kind() == Check.Kind.NOT_ZERO || !known.at().isAfter(since)) {
          refused.add(each.check());
        }
      }
    }
    return new Screening(clock, doubted, refused);
  }

  private static boolean isBroken(Bound each, BigDecimal number, Evaluation values) {
    BigDecimal size = values.leaf(each.scale()).known().flatMap(Function::number).orElse(number);
    return each.check().isBroken(number, size);
  }

  /** Values of which some could not be read for a while say nothing together. */
  private static boolean isFresh(Known known, ViewContext context) {
    Duration age = Duration.between(known.at(), context.now());
    return age.compareTo(context.quickPeriod().multipliedBy(2)) <= 0;
  }
}
