package givbridge.command;

import givbridge.command.Expression.Call;
import givbridge.plant.PlantTables;
import givbridge.tables.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All commands, from {@code tables/commands.csv} and the tables of their parameters, limits and
 * writes.
 *
 * @param commands in the order of the table
 */
public record CommandTables(List<Command> commands) {
  public CommandTables {
    commands = List.copyOf(commands);
  }

  /**
   * A command that was found by a name.
   *
   * @param values the parameters' values that stand in the name
   */
  public record Named(Command command, Map<String, String> values) {
    public Named {
      values = Map.copyOf(values);
    }
  }

  /** Reads and checks the tables. */
  public static CommandTables load(PlantTables plants, Faults faults) {
    return CommandLoader.load(CommandLoader.Sources.shipped(faults), plants, faults);
  }

  /** The command of that name, or of which it is an alias. */
  public Optional<Named> find(String name) {
    return commands.stream()
        .flatMap(command -> command.named(name).map(values -> new Named(command, values)).stream())
        .findFirst();
  }

  /** Names of the registers of which a value must be kept, since a command may restore it. */
  Set<String> remembered() {
    Set<String> names = new TreeSet<>();
    for (Command command : commands) {
      for (WriteRow write : command.writes()) {
        if (write.value() instanceof Call call && call.conversion() == Conversion.SAVED_RESERVE) {
          names.addAll(call.operands());
        }
      }
    }
    return names;
  }
}
