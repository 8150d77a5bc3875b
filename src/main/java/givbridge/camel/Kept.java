package givbridge.camel;

import givbridge.cleaning.Mark;
import givbridge.cleaning.MarkStore;
import givbridge.command.Remembered;
import givbridge.poll.TopologyMemory;
import givbridge.state.CounterMarks;
import givbridge.state.RememberedPlants;
import givbridge.state.RememberedRegisters;
import givbridge.state.StateFile;
import givbridge.state.TariffAccounts;
import givbridge.tariff.Account;
import givbridge.tariff.AccountStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What of an inverter survives a restart.
 *
 * @param marks the highest values of its counters
 * @param accounts what energy cost
 * @param plants what was found behind a connection, by host and port
 * @param registers gives what commands remember of it
 * @param remember keeps that
 */
record Kept(
    MarkStore marks,
    AccountStore accounts,
    Function<String, TopologyMemory> plants,
    Function<String, Remembered> registers,
    BiConsumer<String, Remembered> remember) {

  /** In the state file. */
  static Kept in(StateFile file) {
    RememberedRegisters registers = new RememberedRegisters(file);
    return new Kept(
        new CounterMarks(file),
        new TariffAccounts(file),
        connection -> new RememberedPlants(file, connection),
        registers::load,
        registers::save);
  }

  /** Nowhere: a simulated plant begins anew with every start. */
  static Kept nowhere() {
    return new Kept(
        new NoMarks(),
        new NoAccounts(),
        connection -> TopologyMemory.NONE,
        serial -> Remembered.NOTHING,
        (serial, some) -> {});
  }

  private static final class NoMarks implements MarkStore {
    @Override
    public Map<String, Mark> load(String serial) {
      return Map.of();
    }

    @Override
    public void save(String serial, Map<String, Mark> changed) {
      // There is nothing to go back to.
    }
  }

  private static final class NoAccounts implements AccountStore {
    @Override
    public Optional<Account> load(String serial) {
      return Optional.empty();
    }

    @Override
    public void save(String serial, Account account) {
      // There is nothing to go back to.
    }
  }
}
