package givbridge.camel;

import givbridge.cleaning.InverterClock;
import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.Topology;
import givbridge.poll.PollListener;
import givbridge.view.View;
import givbridge.view.ViewContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in words, each thing once, what becomes of one inverter; and counts what was refused. */
final class StationLog implements PollListener {
  private static final Logger LOG = LoggerFactory.getLogger("inverter");

  private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

  private final String name;
  private final Consumer<Topology> whenFound;
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
  private Optional<Topology> told = Optional.empty();
  private boolean failing;
  private LocalDate clockTold = LocalDate.MIN;

  StationLog(String name, Consumer<Topology> whenFound) {
    this.name = name;
    this.whenFound = whenFound;
  }

  @Override
  public void found(Topology topology) {
    whenFound.accept(topology);
    Identity identity = topology.identity();
    LOG.info("{} {}", name, FoundWords.of(told, topology));
    boolean another = told.filter(it -> it.identity().model().equals(identity.model())).isEmpty();
    told = Optional.of(topology);
    if (another && !identity.model().proven()) {
      LOG.warn(
          "{}: no recording of a {} backs the tables yet; compare its values with the display",
          name,
          identity.model().label());
    }
  }

  @Override
  public void vanished(Device device) {
    LOG.warn(
        "{}: its {} at {} stopped to answer; its last values stay, and it is asked every five"
            + " minutes",
        name,
        device.kind().name(),
        FoundWords.place(device));
  }

  @Override
  public void returned(Device device) {
    LOG.info(
        "{}: its {} at {} answers again", name, device.kind().name(), FoundWords.place(device));
  }

  @Override
  public void refused(BlockKey key, String kind, String detail) {
    boolean first = !refusals.containsKey(kind);
    refusals.computeIfAbsent(kind, k -> new LongAdder()).increment();
    if (first) {
      LOG.warn("{}: {} was not believed ({}): {}", name, key, kind, detail);
    } else {
      LOG.debug("{}: {} was not believed ({}): {}", name, key, kind, detail);
    }
  }

  @Override
  public void absent(BlockKey key) {
    LOG.info("{} does not have {}; it is not asked for again on this connection", name, key);
  }

  /** Nothing is sent for a while. */
  void paused(String why) {
    LOG.warn("{} gave nothing twice in a row: {}", name, why);
  }

  @Override
  public void identityChanged(String before, String now) {
    LOG.warn(
        "{} was {} and is {} now: another inverter answers at its address",
        name,
        Serials.masked(before),
        Serials.masked(now));
  }

  /** Values that were worked out and not believed; each leaf is told once an episode. */
  void refused(List<View.Refusal> values) {
    for (View.Refusal value : values) {
      String doubt = value.finding().doubt().name().toLowerCase(Locale.ROOT).replace('_', '-');
      String path = value.place().row().path();
      switch (value.finding().course()) {
        case BEGINS -> {
          count(doubt);
          LOG.info("{}: {} is not believed ({}); the last value stands in", name, path, doubt);
        }
        case GOES_ON -> {
          count(doubt);
          LOG.debug("{}: {} is still not believed ({})", name, path, doubt);
        }
        case GIVEN_IN -> LOG.warn("{}: {} stayed lower for long and is believed now", name, path);
      }
    }
  }

  private void count(String kind) {
    refusals.computeIfAbsent(kind, k -> new LongAdder()).increment();
  }

  /** The inverter's clock was read; that it is wrong is told once a day. */
  void clock(InverterClock clock, ViewContext context) {
    LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
    Optional<Duration> wrong =
        clock.drift(context.zone()).filter(by -> by.abs().compareTo(WRONG_CLOCK) >= 0);
    if (wrong.isPresent() && !today.equals(clockTold)) {
      clockTold = today;
      LOG.warn(
          "{}: its clock is {} min {}; its timers and its counters of the day follow it. Set it"
              + " with the command setDateTime",
          name,
          wrong.get().abs().toMinutes(),
          wrong.get().isNegative() ? "slow" : "fast");
    }
  }

  /** A poll brought nothing; told once until one succeeds again. */
  void failed(LinkException why) {
    if (!failing) {
      failing = true;
      LOG.warn("{} gives no data: {}", name, why.getMessage());
    } else {
      LOG.debug("{} gives no data: {}", name, why.getMessage());
    }
  }

  /** A poll brought data. */
  void succeeded() {
    if (failing) {
      failing = false;
      LOG.info("{} gives data again", name);
    }
  }

  /** How many blocks and values were refused, by kind. */
  Map<String, Long> refusals() {
    Map<String, Long> counts = new TreeMap<>();
    refusals.forEach((kind, count) -> counts.put(kind, count.sum()));
    return counts;
  }

  /** The last words about an inverter that must not be polled. */
  void excluded(String reason) {
    LOG.error("{} is not used: {}", name, reason);
  }
}
