package givbridge.settings;

import java.util.List;

/**
 * What is simulated beside the real inverters.
 *
 * @param running whether anything is
 * @param profiles names of the simulated plants, one inverter each; none though running: one
 *     inverter of the simulator's own choice
 * @param port port of the first simulated data adapter, the others follow; 0: any free ones
 */
public record SimulatorSettings(boolean running, List<String> profiles, int port) {
  public SimulatorSettings {
    profiles = List.copyOf(profiles);
  }

  /** How many inverters are simulated. */
  public int inverters() {
    return running ? Math.max(1, profiles.size()) : 0;
  }
}
