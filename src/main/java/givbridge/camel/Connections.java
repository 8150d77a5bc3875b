package givbridge.camel;

import givbridge.modbus.EarlyDial;
import givbridge.modbus.Lane;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.LanePolicy;
import givbridge.modbus.Lanes;
import givbridge.modbus.SteadyClock;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lanes to the inverters, each made once. */
final class Connections implements AutoCloseable {
  private final Settings settings;
  private final Clock clock;
  private final Map<Integer, EarlyDial> early = new HashMap<>();
  private final Map<Integer, Lane> made = new HashMap<>();
  private @Nullable Lanes lanes;

  /** No lanes yet; to load what they are made of is left to {@link #open}. */
  Connections(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Connects to the inverters that are read first: a data adapter wants to be left alone for a
   * moment after it has accepted, and the program is put together meanwhile.
   */
  void open() {
    List<InverterSettings> first = HeadStart.of(settings);
    for (InverterSettings inverter : first) {
      EarlyDial dial = new EarlyDial(address(inverter), policy().connection().connectTimeout());
      early.put(inverter.number(), dial);
      Background.run("first-connection-" + inverter.number(), dial);
    }
    Background.run("lanes", () -> first.forEach(inverter -> to(inverter).open()));
  }

  /** The lane to an inverter. */
  synchronized Lane to(InverterSettings inverter) {
    return made.computeIfAbsent(
        inverter.number(),
        number ->
            lanes()
                .lane(
                    address(inverter),
                    policy(),
                    reply -> {},
                    Optional.ofNullable(early.get(number))));
  }

  private LanePolicy policy() {
    return LanePolicies.of(settings.dongle(), settings.polling().quick());
  }

  private static LaneAddress address(InverterSettings inverter) {
    return new LaneAddress(
        "inverter " + inverter.number(), inverter.address().host(), inverter.address().port());
  }

  private Lanes lanes() {
    Lanes present = lanes;
    if (present == null) {
      present = new Lanes(SteadyClock.from(clock));
      lanes = present;
    }
    return present;
  }

  @Override
  public synchronized void close() {
    Lanes present = lanes;
    if (present != null) {
      present.close();
    }
    early.values().forEach(EarlyDial::close);
  }
}
