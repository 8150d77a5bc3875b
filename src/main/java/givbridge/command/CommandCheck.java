package givbridge.command;

import givbridge.command.Conversion.Operand;
import givbridge.command.Expression.Call;
import givbridge.command.Expression.Constant;
import givbridge.plant.PlantTables;
import givbridge.registers.RegisterRow;
import givbridge.tables.Condition;
import givbridge.tables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is wrong between the rows of the tables of commands, and the register maps. */
final class CommandCheck {
  private static final Pattern LEAF = Pattern.compile("(\\w|\\{\\w+})+(/(\\w|\\{\\w+})+)+");
  private static final String SUCCESS = "was a success";
  private static final String FAILURE = "failed";

  private final PlantTables plants;

  CommandCheck(PlantTables plants) {
    this.plants = plants;
  }

  /** The rows of that name in the register maps of the inverters that are meant. */
  static Stream<RegisterRow> rows(PlantTables plants, String register, Condition... meant) {
    return plants.models().variants().stream()
        .filter(variant -> Stream.of(meant).allMatch(one -> one.holds(variant.traits())))
        .map(variant -> plants.models().registerMap(variant.traits()))
        .distinct()
        .flatMap(map -> plants.maps().get(map).stream())
        .flatMap(map -> map.rows().stream())
        .filter(row -> row.name().equals(register));
  }

  /** Checks a command against itself and those before it. */
  void command(Row row, Command command, List<Command> before) {
    names(row, command, before);
    for (Template leaf : command.shows()) {
      if (!LEAF.matcher(leaf.text()).matches()) {
        row.fault("shows is not such as Control/Mode: " + leaf.text());
      }
      leaf.placeholders().stream()
          .filter(name -> !name.equals(Leaves.SERIAL))
          .forEach(name -> index(row, command, name));
    }
    if (command.care().tries() < 1) {
      row.fault("tries must be 1 or more");
    }
    command
        .care()
        .clock()
        .filter(field -> rows(plants, field, command.needs()).findAny().isEmpty())
        .ifPresent(field -> row.fault("no such register: " + field));
    sentence(row, command, command.wording().success(), SUCCESS);
    sentence(row, command, command.wording().failure(), FAILURE);
    boolean ofInverter = command.kind() != CommandKind.TARIFF;
    if (command.writes().isEmpty() == ofInverter) {
      row.fault(
          command.name().text() + (ofInverter ? " writes nothing" : " is not for the inverter"));
    }
  }

  private static void names(Row row, Command command, List<Command> before) {
    List<Template> names = new ArrayList<>(command.aliases());
    names.add(command.name());
    for (Template name : names) {
      name.placeholders().forEach(placeholder -> index(row, command, placeholder));
      Map<String, String> ones = new java.util.TreeMap<>();
      name.placeholders().forEach(placeholder -> ones.put(placeholder, "1"));
      String called = name.fill(ones);
      long own = names.stream().filter(other -> other.match(called).isPresent()).count();
      if (own > 1 || before.stream().anyMatch(other -> other.named(called).isPresent())) {
        row.fault("the name stands twice: " + name.text());
      }
    }
  }

  /** What stands in a name must be the number of something. */
  private static void index(Row row, Command command, String placeholder) {
    boolean index =
        command
            .parameter(placeholder)
            .filter(parameter -> parameter.type() == ParameterType.INDEX)
            .filter(parameter -> parameter.widest().isPresent())
            .isPresent();
    if (!index) {
      row.fault("{" + placeholder + "} is no index parameter with limits in numbers");
    }
  }

  private static void sentence(Row row, Command command, String sentence, String needed) {
    if (!sentence.contains(needed)) {
      row.fault("the sentence must say \"" + needed + "\": " + sentence);
    }
    Matcher quoted = Sentences.QUOTED.matcher(sentence);
    while (quoted.find()) {
      String name = quoted.group(1);
      boolean reason = needed.equals(FAILURE) && name.equals(Sentences.WHY);
      if (!reason && command.parameter(name).isEmpty()) {
        row.fault(command.name().text() + " has no parameter " + name);
      }
    }
  }

  /** Checks a write of a command. */
  void write(Row row, Command command) {
    Template register = new Template(row.text("register"));
    register.placeholders().forEach(name -> index(row, command, name));
    for (String name : names(register, command)) {
      List<RegisterRow> found =
          rows(plants, name, command.needs(), row.condition("models")).toList();
      if (found.isEmpty()) {
        row.fault("no such register: " + name);
      }
      found.stream()
          .filter(one -> one.writable().isEmpty() || one.addresses().size() != 1)
          .forEach(one -> row.fault(name + " must not be written, see " + one.origin()));
      if (Expression.parse(row.text("value")).orElse(null) instanceof Constant constant) {
        found.stream()
            .filter(one -> one.writable().isPresent())
            .filter(one -> !RegisterWrite.takes(one, constant.number()))
            .forEach(one -> row.fault(name + " does not take " + constant.number()));
      }
    }
    when(row, command);
    if (Expression.parse(row.text("value")).orElse(null) instanceof Call call) {
      operands(row, command, call);
    }
  }

  /** The register's names for every number that may stand in it. */
  private static List<String> names(Template register, Command command) {
    List<String> names = new ArrayList<>(List.of(register.text()));
    for (String placeholder : register.placeholders()) {
      Optional<Interval> numbers = command.parameter(placeholder).flatMap(Parameter::widest);
      List<String> filled = new ArrayList<>();
      for (String name : names) {
        for (int n = numbers.map(Interval::min).orElse(0);
            n <= numbers.map(Interval::max).orElse(-1);
            n++) {
          filled.add(new Template(name).fill(Map.of(placeholder, Integer.toString(n))));
        }
      }
      names = filled;
    }
    return names;
  }

  private static void when(Row row, Command command) {
    for (When.Term term : When.parse(row.text("when")).terms()) {
      if (term instanceof When.Option option) {
        if (!CommandSettings.OPTIONS.contains(option.name())) {
          row.fault("no such option: " + option.name());
        }
      } else if (term instanceof When.Is is) {
        boolean known =
            command.parameter(is.parameter()).filter(one -> takes(one, is.word())).isPresent();
        if (!known) {
          row.fault(is.parameter() + " is never " + is.word());
        }
      } else if (term instanceof When.Given given
          && command.parameter(given.parameter()).isEmpty()) {
        row.fault(command.name().text() + " has no parameter " + given.parameter());
      }
    }
  }

  private static boolean takes(Parameter parameter, String word) {
    return parameter.type() == ParameterType.SWITCH
        ? Set.of("enable", "disable").contains(word)
        : parameter.choices().stream().anyMatch(choice -> choice.word().equals(word));
  }

  private void operands(Row row, Command command, Call call) {
    List<Operand> wanted = call.conversion().operands();
    if (wanted.size() != call.operands().size()) {
      row.fault("the conversion takes " + wanted.size() + " operands: " + row.text("value"));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String name = call.operands().get(i);
      Operand operand = wanted.get(i);
      boolean fits =
          operand == Operand.REGISTER
              ? rows(plants, name, command.needs()).findAny().isPresent()
              : command
                  .parameter(name)
                  .filter(parameter -> operand.takes(parameter.type()))
                  .filter(parameter -> parameter.required() || given(row, name))
                  .isPresent();
      if (!fits) {
        row.fault(name + " is not what the conversion takes: " + row.text("value"));
      }
    }
  }

  /** Whether the row is only for requests that give the parameter. */
  private static boolean given(Row row, String parameter) {
    return When.parse(row.text("when")).terms().contains(new When.Given(parameter));
  }
}
