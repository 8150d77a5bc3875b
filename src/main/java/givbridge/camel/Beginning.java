package givbridge.camel;

import givbridge.settings.InverterSettings;
import givbridge.settings.LoadedSettings;
import givbridge.settings.PortCheck;
import givbridge.settings.Settings;
import givbridge.state.StateFile;
import givbridge.tables.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that can be begun before the tables are read whole: the first inverters are dialled, then
 * read as soon as the tables of registers are there, and Camel reads its routes meanwhile.
 *
 * @param state what was remembered
 * @param connections the lanes
 * @param readers what reads the inverters
 * @param finds what they find
 * @param headStart the polls that are under way
 * @param camel prepared, not started
 */
record Beginning(
    StateFile state,
    Connections connections,
    Readers readers,
    Finds finds,
    HeadStart headStart,
    CamelRuntime camel)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /**
   * Begins.
   *
   * @param tables are being read
   * @throws givbridge.tables.FaultsException naming everything that is wrong beside the tables
   */
  static Beginning of(LoadedSettings loaded, Path folder, Clock clock, PendingKnowledge tables) {
    Settings settings = loaded.settings();
    Connections connections = new Connections(settings, clock);
    StateFile state;
    try {
      connections.open();
      state = prove(loaded, folder, clock);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
    Finds finds = new Finds();
    Beginning beginning =
        new Beginning(
            state,
            connections,
            new Readers(settings, connections, clock, state, finds),
            finds,
            new HeadStart(settings.polling().quick(), clock),
            new CamelRuntime(settings, loaded.camel(), folder));
    try {
      beginning.go(settings, tables);
      return beginning;
    } catch (RuntimeException e) {
      beginning.close();
      throw e;
    }
  }

  /** Whether ports, routes, simulator and state are to be had. */
  private static StateFile prove(LoadedSettings loaded, Path folder, Clock clock) {
    Faults faults = new Faults();
    PortCheck.check(loaded.settings().ports(), faults);
    CamelRuntime.checkRoutes(folder, faults);
    SimulatedPlants.check(loaded.settings().simulator(), faults);
    Optional<StateFile> state = StateFile.open(loaded.settings().process().state(), clock, faults);
    if (!faults.list().isEmpty()) {
      state.ifPresent(StateFile::close);
    }
    faults.throwIfAny();
    loaded.warnings().forEach(LOG::warn);
    return state.orElseThrow();
  }

  private void go(Settings settings, PendingKnowledge tables) {
    for (InverterSettings inverter : HeadStart.of(settings)) {
      headStart.begin(
          inverter.number(), () -> readers.of(inverter, tables.polling()).poller().poll(false));
    }
    camel.prepare();
  }

  @Override
  public void close() {
    camel.close();
    connections.close();
    state.close();
  }
}
