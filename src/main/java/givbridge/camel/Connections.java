package givbridge.camel;

import givbridge.modbus.Lane;
import givbridge.modbus.LaneAddress;
import givbridge.modbus.Lanes;
import givbridge.modbus.SteadyClock;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The lanes to the inverters, each made once. */
final class Connections implements AutoCloseable {
  private final Lanes lanes;
  private final Settings settings;
  private final Map<Integer, Lane> made = new HashMap<>();

  /** No lanes yet. */
  Connections(Settings settings, Clock clock) {
    this.settings = settings;
    this.lanes = new Lanes(SteadyClock.from(clock));
  }

  /**
   * Connects to the inverters that are read first: a data adapter wants to be left alone for a
   * moment after it has accepted, and the program is put together meanwhile.
   */
  void open() {
    if (settings.polling().byTimer()) {
      settings.inverters().stream()
          .filter(inverter -> HeadStart.isFor(inverter.number()))
          .forEach(inverter -> to(inverter).open());
    }
  }

  /** The lane to an inverter. */
  Lane to(InverterSettings inverter) {
    return made.computeIfAbsent(
        inverter.number(),
        number ->
            lanes.lane(
                new LaneAddress(
                    "inverter " + number, inverter.address().host(), inverter.address().port()),
                LanePolicies.of(settings.dongle(), settings.polling().quick()),
                reply -> {}));
  }

  @Override
  public void close() {
    lanes.close();
  }
}
