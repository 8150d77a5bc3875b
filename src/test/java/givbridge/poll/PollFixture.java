package givbridge.poll;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import givbridge.registers.Reading;
import givbridge.registers.Value;
import givbridge.testing.FakePlant;
import givbridge.testing.Golden;
import givbridge.testing.MutableClock;
import givbridge.testing.ShippedTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A poller of a recorded plant, with a clock to move and a record of what it told. */
final class PollFixture implements PollListener {
  static final PollTables TABLES = ShippedTables.polls();
  static final Duration QUICK = Duration.ofSeconds(15);
  static final Duration FULL = Duration.ofMinutes(5);

  final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T12:00:00Z"));
  final FakePlant plant;
  final PlantState state = new PlantState();
  final List<String> told = new ArrayList<>();
  final InverterPoller poller;

  PollFixture(Golden golden) {
    plant = new FakePlant(golden, clock);
    poller = new InverterPoller(TABLES, plant, state, new PollSettings(QUICK, FULL), clock, this);
  }

  /** A first-generation hybrid with two packs; the other addresses answer with zeros. */
  static PollFixture gen1() {
    PollFixture fixture = new PollFixture(Golden.gen1());
    for (int address = 0x34; address <= 0x37; address++) {
      fixture.plant.zeros(address, Bank.IR, 60, 60);
    }
    return fixture;
  }

  static PollFixture gen2() {
    return new PollFixture(Golden.gen2());
  }

  static PollFixture ac() {
    return new PollFixture(Golden.ac());
  }

  /** The next quick poll, in its time, and a look around as far as there is something to see. */
  Snapshot poll() throws LinkException {
    clock.advance(QUICK);
    poller.poll(false);
    explore();
    return state.snapshot().orElseThrow();
  }

  /** Looks at everything that is open now. */
  void explore() throws LinkException {
    while (poller.hasMore()) {
      poller.explore();
    }
  }

  /** Every known value by device address and field. */
  static Map<String, Value> values(Snapshot snapshot) {
    Map<String, Value> values = new TreeMap<>();
    snapshot
        .blocks()
        .forEach(
            block ->
                block
                    .readings()
                    .forEach(
                        (name, reading) ->
                            known(reading)
                                .ifPresent(
                                    value -> values.put(block.block().key() + " " + name, value))));
    return values;
  }

  private static Optional<Value> known(Reading reading) {
    return reading.known();
  }

  @Override
  public void found(Topology topology) {
    told.add("found " + topology.devices().size());
  }

  @Override
  public void vanished(Device device) {
    told.add("vanished 0x" + Integer.toHexString(device.address()));
  }

  @Override
  public void returned(Device device) {
    told.add("returned 0x" + Integer.toHexString(device.address()));
  }

  @Override
  public void refused(BlockKey key, String kind, String detail) {
    told.add("refused " + kind + " " + key);
  }

  @Override
  public void absent(BlockKey key) {
    told.add("absent " + key);
  }

  @Override
  public void identityChanged(String before, String now) {
    told.add("identity " + before + " " + now);
  }
}
