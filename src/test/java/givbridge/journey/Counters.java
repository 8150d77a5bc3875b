package givbridge.journey;

import givbridge.registers.Value;
import givbridge.view.Leaf;
import givbridge.view.View;
import java.math.BigDecimal;
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
  private final Map<String, Integer> falls = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final BigDecimal rounding;

  /**
   * Nothing was seen yet.
   *
   * @param rounding by how much a value worked out of others may fall, in kWh
   */
  Counters(BigDecimal rounding) {
    this.rounding = rounding;
  }

  /**
   * Looks at a view.
   *
   * @param newDay whether the inverter's own date is another one than at the last look
   */
  void look(View view, boolean newDay) {
    for (Leaf leaf : view.leaves()) {
      if (leaf.path().startsWith(ENERGY + "/" + TOTAL)) {
        number(leaf).ifPresent(now -> total(leaf.path(), now, view));
      } else if (leaf.path().startsWith(ENERGY + "/" + TODAY)) {
        number(leaf).ifPresent(now -> today(leaf.path(), now, newDay, view));
      }
    }
  }

  private static Optional<BigDecimal> number(Leaf leaf) {
    return leaf.reading().value() instanceof Value.Amount amount
        ? Optional.of(amount.number())
        : Optional.empty();
  }

  private void total(String path, BigDecimal now, View view) {
    BigDecimal before = last.getOrDefault(path, now);
    first.putIfAbsent(path, now);
    last.put(path, now);
    if (now.add(rounding).compareTo(before) < 0) {
      complain(path, before, now, view);
    }
  }

  private void today(String path, BigDecimal now, boolean newDay, View view) {
    BigDecimal before = last.getOrDefault(path, now);
    last.put(path, now);
    if (newDay && now.compareTo(before) < 0) {
      falls.merge(path, 1, Integer::sum);
    } else if (now.add(rounding).compareTo(before) < 0) {
      complain(path, before, now, view);
    }
  }

  private void complain(String path, BigDecimal before, BigDecimal now, View view) {
    if (complaints.size() < 20) {
      complaints.add(
          "%s fell from %s to %s at %s"
              .formatted(
                  path, before, now, view.snapshot().newest().map(Object::toString).orElse("?")));
    }
  }

  /** What fell although it must not. */
  List<String> complaints() {
    return complaints;
  }

  /** How often each counter of today fell at a new day. */
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
