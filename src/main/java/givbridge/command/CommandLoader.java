package givbridge.command;

import givbridge.command.Command.Care;
import givbridge.command.Command.Wording;
import givbridge.command.Parameter.Choice;
import givbridge.command.Parameter.Outside;
import givbridge.plant.PlantTables;
import givbridge.tables.Condition;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the four tables of commands together, and finds what is wrong in them. */
final class CommandLoader {
  private static final Pattern CLOCK = Pattern.compile("clock\\(([a-z0-9_]+)\\)");

  private final PlantTables plants;
  private final Map<String, List<Limits>> limits = new LinkedHashMap<>();
  private final Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
  private final Map<String, List<WriteRow>> writes = new LinkedHashMap<>();

  private CommandLoader(PlantTables plants) {
    this.plants = plants;
  }

  /** The four tables. */
  record Sources(Table commands, Table parameters, Table limits, Table writes) {
    static final String[] COMMANDS = {
      "command",
      "aliases",
      "kind",
      "needs",
      "skip-equal",
      "tries",
      "verify",
      "shows",
      "success",
      "failure",
      "description"
    };
    static final String[] PARAMETERS = {
      "command", "parameter", "type", "required", "keys", "outside", "choices", "description"
    };
    static final String[] LIMITS = {"command", "parameter", "models", "limits"};
    static final String[] WRITES = {"command", "models", "when", "register", "value"};

    /** The tables that belong to the program. */
    static Sources shipped(Faults faults) {
      return new Sources(
          Table.resource("tables/commands.csv", faults, COMMANDS),
          Table.resource("tables/command-parameters.csv", faults, PARAMETERS),
          Table.resource("tables/command-limits.csv", faults, LIMITS),
          Table.resource("tables/command-writes.csv", faults, WRITES));
    }
  }

  static CommandTables load(Sources sources, PlantTables plants, Faults faults) {
    CommandLoader loader = new CommandLoader(plants);
    sources.limits().rows().forEach(loader::limits);
    sources.parameters().rows().forEach(loader::parameter);
    sources.writes().rows().forEach(loader::write);
    loader.checkOwners(sources);
    CommandCheck check = new CommandCheck(plants);
    List<Command> commands = new ArrayList<>();
    for (Row row : sources.commands().rows()) {
      Command command = loader.command(row);
      check.command(row, command, commands);
      commands.add(command);
    }
    for (Row row : sources.writes().rows()) {
      commands.stream()
          .filter(command -> command.name().text().equals(row.text("command")))
          .findFirst()
          .ifPresent(command -> check.write(row, command));
    }
    return new CommandTables(commands);
  }

  private void limits(Row row) {
    plants.models().check(row, "models");
    String key = key(row.required("command"), row.required("parameter"));
    Optional<Limits.Between> between = Limits.parse(row.required("limits"));
    if (between.isEmpty()) {
      row.fault(
          "limits are neither such as 1..10 or 0..{serial}/Leaf nor a register: "
              + row.text("limits"));
    } else if (between.get() instanceof Limits.OfRegister it && !writable(it.name())) {
      row.fault("no register " + it.name() + " that may be written");
    }
    Condition condition = row.condition("models");
    between.ifPresent(
        found ->
            limits.computeIfAbsent(key, k -> new ArrayList<>()).add(new Limits(condition, found)));
  }

  private boolean writable(String register) {
    return CommandCheck.rows(plants, register).anyMatch(row -> Limits.writable(row).isPresent());
  }

  private static String key(String command, String parameter) {
    return command + " " + parameter;
  }

  private void parameter(Row row) {
    String command = row.required("command");
    String name = row.required("parameter");
    ParameterType type = row.choice("type", ParameterType.class).orElse(ParameterType.SWITCH);
    Parameter parameter =
        new Parameter(
            name,
            type,
            yes(row, "required"),
            row.list("keys", "|"),
            limits.getOrDefault(key(command, name), List.of()),
            outside(row),
            row.list("choices", "|").stream().map(CommandLoader::choice).toList(),
            row.required("description"));
    if (type.numeric() == parameter.limits().isEmpty()) {
      row.fault(name + (type.numeric() ? " has no limits" : " is no number, but has limits"));
    }
    if ((type == ParameterType.WORD) == parameter.choices().isEmpty()) {
      row.fault("a word has choices, and nothing else has");
    }
    if (parameter.keys().isEmpty()) {
      row.fault("keys is empty");
    }
    List<Parameter> all = parameters.computeIfAbsent(command, c -> new ArrayList<>());
    if (all.stream().anyMatch(other -> other.name().equals(name))) {
      row.fault(name + " stands twice for " + command);
    }
    all.add(parameter);
  }

  private static boolean yes(Row row, String column) {
    String text = row.required(column);
    if (!Set.of("yes", "no").contains(text)) {
      row.fault(column + " is neither yes nor no: " + text);
    }
    return text.equals("yes");
  }

  private static Set<Outside> outside(Row row) {
    Set<Outside> all = new HashSet<>();
    for (String word : row.list("outside", "|")) {
      switch (word) {
        case "raise" -> all.add(Outside.RAISE);
        case "lower" -> all.add(Outside.LOWER);
        default -> row.fault("outside is neither raise nor lower: " + word);
      }
    }
    return all;
  }

  private static Choice choice(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Choice(text, Optional.empty())
        : new Choice(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
  }

  private void write(Row row) {
    plants.models().check(row, "models");
    Optional<Expression> value = Expression.parse(row.required("value"));
    if (value.isEmpty()) {
      row.fault("value is neither a number nor a known conversion: " + row.text("value"));
    }
    writes
        .computeIfAbsent(row.required("command"), c -> new ArrayList<>())
        .add(
            new WriteRow(
                row.condition("models"),
                When.parse(row.text("when")),
                new Template(row.required("register")),
                value.orElse(new Expression.Constant(0)),
                row.origin()));
  }

  private Command command(Row row) {
    plants.models().check(row, "needs");
    String name = row.required("command");
    return new Command(
        new Template(name),
        row.list("aliases", "|").stream().map(Template::new).toList(),
        row.choice("kind", CommandKind.class).orElse(CommandKind.SWITCH),
        row.condition("needs"),
        new Care(yes(row, "skip-equal"), row.integer("tries").orElse(0), clock(row)),
        row.list("shows", "|").stream().map(Template::new).toList(),
        new Wording(row.required("success"), row.required("failure"), row.required("description")),
        parameters.getOrDefault(name, List.of()),
        writes.getOrDefault(name, List.of()));
  }

  private static Optional<String> clock(Row row) {
    String text = row.required("verify").toLowerCase(Locale.ROOT);
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return Optional.of(clock.group(1));
    }
    if (!text.equals("equal")) {
      row.fault("verify is neither equal nor clock(field): " + text);
    }
    return Optional.empty();
  }

  /** Every row of the other tables must belong to a command, and limits to a parameter. */
  private void checkOwners(Sources sources) {
    Set<String> names = new HashSet<>();
    sources.commands().rows().forEach(row -> names.add(row.text("command")));
    for (Table table : List.of(sources.parameters(), sources.limits(), sources.writes())) {
      table.rows().stream()
          .filter(row -> !names.contains(row.text("command")))
          .forEach(row -> row.fault("no such command: " + row.text("command")));
    }
    for (Row row : sources.limits().rows()) {
      boolean found =
          parameters.getOrDefault(row.text("command"), List.of()).stream()
              .anyMatch(parameter -> parameter.name().equals(row.text("parameter")));
      if (!found) {
        row.fault(row.text("command") + " has no parameter " + row.text("parameter"));
      }
    }
  }
}
