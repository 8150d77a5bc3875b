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
    InverterClock clock = memory.clock();
    Map<String, Instant> doubted = new HashMap<>();
    List<Check> refused = new ArrayList<>();
    List<Screening.Paced> paces = new ArrayList<>();
    for (Bound each : bound) {
      Check check = each.check();
      Reading reading = values.leaf(each.value());
      Optional<BigDecimal> number = Function.numberIn(reading);
      if (number.isEmpty() || !(reading instanceof Known known)) {
        continue;
      }
      switch (check.kind()) {
        case CLOCK -> clock = read(clock, number.get(), known, values.context());
        case CHARGE -> {
          if (number.get().signum() > 0) {
            paces.add(new Screening.Paced(check, check.pace(number.get())));
          }
        }
        case BALANCE, NOT_ZERO -> {
          if (isFresh(known, values.context()) && isBroken(each, number.get(), values)) {
            Instant since = memory.doubted().getOrDefault(check.name(), known.at());
            doubted.put(check.name(), since);
            if (check.kind() == Check.Kind.NOT_ZERO || !known.at().isAfter(since)) {
              refused.add(check);
            }
          }
        }
      }
    }
    return new Screening(clock, doubted, refused, paces);
  }

  private static InverterClock read(
      InverterClock clock, BigDecimal seconds, Known known, ViewContext context) {
    LocalDateTime shown = LocalDateTime.ofEpochSecond(seconds.longValue(), 0, ZoneOffset.UTC);
    return clock.read(shown, known.at(), context.zone());
  }

  private static boolean isBroken(Bound each, BigDecimal number, Evaluation values) {
    BigDecimal size = Function.numberIn(values.leaf(each.scale())).orElse(number);
    return each.check().isBroken(number, size);
  }

  /** Values of which some could not be read for a while say nothing together. */
  private static boolean isFresh(Known known, ViewContext context) {
    Duration age = Duration.between(known.at(), context.now());
    return age.compareTo(context.quickPeriod().multipliedBy(2)) <= 0;
  }
}
