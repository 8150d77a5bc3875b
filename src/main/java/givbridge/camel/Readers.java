package givbridge.camel;

import givbridge.link.LanePlantLink;
import givbridge.link.PlantLink;
import givbridge.modbus.Lane;
import givbridge.plant.DeviceKind;
import givbridge.plant.PlantState;
import givbridge.poll.InverterPoller;
import givbridge.poll.PollSettings;
import givbridge.poll.PollSurroundings;
import givbridge.poll.PollTables;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import givbridge.state.StateFile;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * What reads each inverter, made once: for the first ones as soon as the tables of registers are
 * there, while all else is still put together.
 */
final class Readers {
  private final Settings settings;
  private final Connections connections;
  private final Clock clock;
  private final StateFile state;
  private final Finds finds;
  private final Map<Integer, Reader> made = new HashMap<>();

  /**
   * What reads one inverter.
   *
   * @param lane its one connection
   * @param link its blocks and registers over that connection
   * @param state the newest snapshot
   * @param log what is told of it
   * @param poller reads it
   * @param kept what survives a restart
   */
  record Reader(
      Lane lane,
      PlantLink link,
      PlantState state,
      StationLog log,
      InverterPoller poller,
      Kept kept) {}

  /**
   * No readers yet.
   *
   * @param state keeps what survives a restart
   * @param finds hears what is found behind the connections
   */
  Readers(Settings settings, Connections connections, Clock clock, StateFile state, Finds finds) {
    this.settings = settings;
    this.connections = connections;
    this.clock = clock;
    this.state = state;
    this.finds = finds;
  }

  /** The reader of an inverter. */
  synchronized Reader of(InverterSettings inverter, PollTables tables) {
    return made.computeIfAbsent(inverter.number(), number -> make(inverter, tables));
  }

  private Reader make(InverterSettings inverter, PollTables tables) {
    // What is not configured is simulated.
    Kept kept = settings.inverters().contains(inverter) ? Kept.in(state) : Kept.nowhere();
    int number = inverter.number();
    Lane lane = connections.to(inverter);
    int address = tables.plants().kind(DeviceKind.INVERTER).orElseThrow().addresses().get(0);
    PlantLink link = new LanePlantLink(lane, address, clock);
    PlantState state = new PlantState();
    StationLog log =
        new StationLog("inverter " + number, topology -> finds.found(number, topology));
    InverterPoller poller =
        new InverterPoller(
            tables,
            new PollSettings(settings.polling().quick(), settings.polling().full()),
            new PollSurroundings(
                link, state, clock, log, kept.plants().apply(inverter.address().toString())));
    return new Reader(lane, link, state, log, poller, kept);
  }
}
