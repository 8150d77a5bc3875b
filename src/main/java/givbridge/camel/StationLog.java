package givbridge.camel;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.Topology;
import givbridge.poll.PollListener;
import givbridge.view.View;
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

  private final String name;
  private final Consumer<Topology> whenFound;
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
  private Optional<Topology> told = Optional.empty();
  private boolean failing;

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

  @Override
  public void identityChanged(String before, String now) {
    LOG.warn(
        "{} was {} and is {} now: another inverter answers at its address",
        name,
        Serials.masked(before),
        Serials.masked(now));
  }

  /** Values that were worked out and not believed. */
  void refused(List<View.Refusal> values) {
    for (View.Refusal value : values) {
      String kind = value.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      boolean first = !refusals.containsKey(kind);
      refusals.computeIfAbsent(kind, k -> new LongAdder()).increment();
      if (first) {
        LOG.warn("{}: a value was not believed ({}) and is left out", name, kind);
      }
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
