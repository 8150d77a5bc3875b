package givbridge.cleaning;

import givbridge.cleaning.Circumstances.Sources;
import givbridge.cleaning.LeafMemory.Believed;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Judges counters that are worked out of other, believed ones. Differences of counters can fall, by
 * rounding or because energy goes where no counter sees it; the highest value stands until what
 * they come from began anew.
 */
final class DerivedCounters {
  private DerivedCounters() {}

  static Judgement judge(Case now, Sources sources) {
    Optional<LocalDate> counted = now.memory().day();
    boolean begunAnew =
        now.memory().resets() != sources.resets() || isLater(sources.oldestDay(), counted);
    Case renewed = now.with(now.memory().onDay(sources.oldestDay()).withResets(sources.resets()));
    if (now.before().isEmpty() || begunAnew) {
      return renewed.believe();
    }
    Believed highest = now.before().get();
    boolean halfTurned = isLater(sources.newestDay(), sources.oldestDay());
    return halfTurned || now.number().compareTo(highest.number()) < 0
        ? renewed.keepHighest(highest)
        : renewed.believe();
  }

  private static boolean isLater(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isPresent() && (other.isEmpty() || one.get().isAfter(other.get()));
  }
}
