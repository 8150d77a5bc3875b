package givbridge.camel;

import givbridge.cleaning.Smoothing;
import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Value;
import givbridge.settings.PollingSettings;
import givbridge.tariff.Prices;
import givbridge.view.Tree;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.ViewContext;
import givbridge.view.ViewContext.Activity;
import givbridge.view.Wishes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Trees and their context for one inverter. */
final class Views {
  private final Shared shared;
  private final Wishes wishes;
  private final Smoothing smoothing;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong safeWrites = new AtomicLong();
  private volatile Optional<View> newest = Optional.empty();

  /**
   * What the views of all inverters share.
   *
   * @param table the published tree
   * @param plants the registers behind it
   * @param polling period and raw section
   * @param zone zone of all published times
   * @param clock the present time
   * @param prices what energy costs
   */
  record Shared(
      TreeTable table,
      PlantTables plants,
      PollingSettings polling,
      ZoneId zone,
      Clock clock,
      Prices prices) {}

  /**
   * The views of an inverter.
   *
   * @param batteryOnly whether only its battery is wanted
   */
  Views(Shared shared, boolean batteryOnly) {
    this.shared = shared;
    PollingSettings polling = shared.polling();
    this.wishes = new Wishes(polling.raw(), batteryOnly, polling.totalsInMwh());
    this.smoothing = Smoothing.valueOf(polling.smoothing().toUpperCase(Locale.ROOT));
  }

  Tree treeFor(Topology topology) {
    return Tree.forTopology(shared.table(), shared.plants(), topology, wishes);
  }

  Prices prices() {
    return shared.prices();
  }

  Instant now() {
    return shared.clock().instant();
  }

  /**
   * What trees are made with now.
   *
   * @param paused whether nothing is sent to the inverter at present
   */
  ViewContext context(boolean paused) {
    return new ViewContext(
        shared.clock().instant(),
        shared.zone(),
        shared.polling().quick(),
        new Activity(writes.get(), safeWrites.get(), paused),
        Version.CURRENT,
        smoothing);
  }

  /** Whether a snapshot is young enough to tell what is. */
  boolean isFresh(Snapshot snapshot) {
    return snapshot
        .newest()
        .map(read -> Duration.between(read, now()))
        .filter(age -> !context(false).isTooOld(age))
        .isPresent();
  }

  /** The newest view, if there is one. */
  Optional<View> newest() {
    return newest;
  }

  /** Takes in a newer view, or that there is none any more. */
  void take(Optional<View> view) {
    newest = view;
  }

  /** The number that a leaf of the newest view shows. */
  Optional<BigDecimal> number(String path) {
    return newest
        .flatMap(view -> view.leaf(path))
        .map(leaf -> leaf.reading().value())
        .flatMap(
            value ->
                value instanceof Value.Amount it ? Optional.of(it.number()) : Optional.empty());
  }

  /**
   * Counts a register that was written.
   *
   * @param safe whether it does not wear the device's memory
   */
  void written(boolean safe) {
    (safe ? safeWrites : writes).incrementAndGet();
  }
}
