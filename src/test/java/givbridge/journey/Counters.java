package givbridge.journey;

import givbridge.registers.Value;
import givbridge.view.Leaf;
import givbridge.view.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What clients saw of the published energy counters, and what was wrong with it. */
final class Counters {
  private static final String TOTAL = "Total";
  private static final String TODAY = "Today";
  private static final String ENERGY = "Energy";

  private final Map<String, BigDecimal> first = new TreeMap<>();
  private final Map<String, BigDecimal> last = new TreeMap<>();
  private final Map<String, LocalDate> days = new TreeMap<>();
  private final Map<String, Integer> falls = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  /**
   * Looks at a view.
   *
   * @param date of the inverter's own clock: a counter of today may fall once for each
   */
  void look(View view, LocalDate date) {
    look(view.leaves(), date, view.snapshot().newest().map(Object::toString).orElse("?"));
  }

  /**
   * Looks at what is shown.
   *
   * @param when names the time in complaints
   */
  void look(List<Leaf> leaves, LocalDate date, String when) {
    for (Leaf leaf : leaves) {
      if (leaf.path().startsWith(ENERGY + "/" + TOTAL)) {
        number(leaf).ifPresent(now -> total(leaf.path(), now, when));
      } else if (leaf.path().startsWith(ENERGY + "/" + TODAY)) {
        number(leaf).ifPresent(now -> today(leaf.path(), now, date, when));
      }
    }
  }

  private static Optional<BigDecimal> number(Leaf leaf) {
    return leaf.reading().value() instanceof Value.Amount amount
        ? Optional.of(amount.number())
        : Optional.empty();
  }

  private void total(String path, BigDecimal now, String when) {
    BigDecimal before = last.getOrDefault(path, now);
    first.putIfAbsent(path, now);
    last.put(path, now);
    if (now.compareTo(before) < 0) {
      complain(path, before, now, when);
    }
  }

  private void today(String path, BigDecimal now, LocalDate date, String when) {
    BigDecimal before = last.getOrDefault(path, now);
    last.put(path, now);
    days.putIfAbsent(path, date);
    if (now.compareTo(before) < 0) {
      if (date.isAfter(days.get(path))) {
        falls.merge(path, 1, Integer::sum);
        days.put(path, date);
      } else {
        complain(path, before, now, when);
      }
    }
  }

  private void complain(String path, BigDecimal before, BigDecimal now, String when) {
    if (complaints.size() < 20) {
      complaints.add("%s fell from %s to %s at %s".formatted(path, before, now, when));
    }
  }

  /** What fell although it must not. */
  List<String> complaints() {
    return complaints;
  }

  /** How often each counter of today fell, at most once for a day. */
  Map<String, Integer> falls() {
    return falls;
  }

  /** By how much each total grew, in kWh. */
  Map<String, BigDecimal> growth() {
    Map<String, BigDecimal> growth = new TreeMap<>();
    first.forEach((path, start) -> growth.put(path, last.get(path).subtract(start)));
    return growth;
  }
}
