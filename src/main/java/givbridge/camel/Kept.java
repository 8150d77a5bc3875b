package givbridge.camel;

import givbridge.cleaning.Mark;
import givbridge.cleaning.MarkStore;
import givbridge.command.Remembered;
import givbridge.state.CounterMarks;
import givbridge.state.RememberedRegisters;
import givbridge.state.StateFile;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What of an inverter survives a restart.
 *
 * @param marks the highest values of its counters
 * @param registers gives what commands remember of it
 * @param remember keeps that
 */
record Kept(
    MarkStore marks,
    Function<String, Remembered> registers,
    BiConsumer<String, Remembered> remember) {

  /** In the state file. */
  static Kept in(StateFile file) {
    RememberedRegisters registers = new RememberedRegisters(file);
    return new Kept(new CounterMarks(file), registers::load, registers::save);
  }

  /** Nowhere: a simulated plant begins anew with every start. */
  static Kept nowhere() {
    return new Kept(new Nowhere(), serial -> Remembered.NOTHING, (serial, remembered) -> {});
  }

  private static final class Nowhere implements MarkStore {
    @Override
    public Map<String, Mark> load(String serial) {
      return Map.of();
    }

    @Override
    public void save(String serial, Map<String, Mark> changed) {
      // There is nothing to go back to.
    }
  }
}
