package givbridge.command;

import static givbridge.pages.Markdown.code;
import static givbridge.pages.Markdown.condition;
import static givbridge.pages.Markdown.joined;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.pages.GeneratedPages;
import givbridge.pages.Markdown;
import givbridge.pages.SourceComments;
import givbridge.pages.TableFile;
import givbridge.plant.PlantTables;
import givbridge.registers.RegisterRow;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.testing.ShippedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands as the tables have them, with a payload of each form that is read by the parser. */
class CommandPageTest {
  private static final String ABOUT =
      """
      Made from `commands.csv`, `command-parameters.csv`, `command-limits.csv` and
      `command-writes.csv` in `src/main/resources/tables`; do not edit.

      A command is given by MQTT on `<root>/control/<serial>/<command>`, by REST as
      `POST /<command>` on the inverter's own port or `POST /REST<n>/<command>` on the web port, or by
      `POST /api/v1/inverters/<serial>/commands/<command>`. The payload is text or a JSON object; both
      forms are taken by all of these ways. `{slot}` stands for a number. *For* is a condition on
      [models and traits](models.md). Everything is checked before the first write; a register that
      holds the value already is not written, unless the command says so. Registers are those of
      [registers.md](registers.md), all of them HR.
      """;
  private static final String EXPRESSIONS =
      """
      The column `value` of `command-writes.csv` is a number, or one of these conversions with the
      names of parameters and registers between the brackets. The result is checked against what the
      register may hold before anything is written.
      """;

  private final PlantTables plants = ShippedTables.plants();
  private final CommandTables tables;
  private final CommandParser parser;

  CommandPageTest() {
    Faults faults = new Faults();
    tables = CommandTables.load(plants, faults);
    faults.throwIfAny();
    parser = new CommandParser(tables, CommandSettings.GIVTCP);
  }

  @Test
  void theReferenceOfCommandsIsWhatTheTablesSay() throws IOException {
    Markdown page = new Markdown("Commands", ABOUT);
    for (Row row : TableFile.rows("tables/commands.csv")) {
      command(page, row);
    }
    expressions(page);
    GeneratedPages.hold(
        Path.of("src/docs/reference/commands.md"), page.toString(), CommandPageTest.class);
  }

  private void command(Markdown page, Row row) {
    Command command =
        tables.commands().stream()
            .filter(one -> one.name().text().equals(row.text("command")))
            .findFirst()
            .orElseThrow();
    page.section(command.name().text());
    String only = row.text("needs").equals("*") ? "" : "For " + code(row.text("needs")) + ".";
    String others =
        command.aliases().isEmpty()
            ? ""
            : "Also: " + Markdown.codes(row.list("aliases", "|")) + ".";
    page.text(joined(" ", row.text("description"), only, others));
    parameters(page, command);
    page.text(examples(command));
    writes(page, command);
    page.text(after(row, command));
  }

  private void parameters(Markdown page, Command command) {
    if (command.parameters().isEmpty()) {
      return;
    }
    page.table("Parameter", "Keys", "Given as", "Limits");
    for (Parameter one : command.parameters()) {
      page.row(
          joined(" ", one.description(), one.required() ? "" : "(may be left out)"),
          Markdown.codes(one.keys()),
          one.form(),
          limits(command, one));
    }
  }

  private String limits(Command command, Parameter parameter) {
    List<String> all = new ArrayList<>();
    for (Row row : TableFile.rows("tables/command-limits.csv")) {
      if (row.text("command").equals(command.name().text())
          && row.text("parameter").equals(parameter.name())) {
        String models = row.text("models");
        all.add(
            joined(
                " ", models.equals("*") ? "" : condition(models) + ":", range(row.text("limits"))));
      }
    }
    for (Parameter.Outside outside : new TreeSet<>(parameter.outside())) {
      all.add(
          outside == Parameter.Outside.RAISE
              ? "what is less becomes the smallest"
              : "what is more becomes the largest");
    }
    return String.join("; ", all);
  }

  private String range(String written) {
    return written
        .replaceFirst("max$", "the largest battery power, W")
        .replaceFirst("^(?=[a-z])", ranges(written).map(r -> r + ", of ").orElse(""));
  }

  /** What may be written to the register, wherever it is one. */
  private Optional<String> ranges(String register) {
    String ranges =
        CommandCheck.rows(plants, register)
            .flatMap(row -> Limits.writable(row).stream())
            .map(limits -> limits.min() + ".." + limits.max())
            .distinct()
            .collect(Collectors.joining(" or "));
    return Optional.of(ranges).filter(text -> !text.isEmpty());
  }

  private String examples(Command command) {
    String name = command.name().text().replaceAll("\\{\\w+}", "1");
    List<Parameter> open =
        command.parameters().stream()
            .filter(one -> one.required() && !command.name().placeholders().contains(one.name()))
            .toList();
    if (open.isEmpty()) {
      assertThat(parser.parse(name, "")).isInstanceOf(CommandRequest.class);
      return "Payload: any, also none.";
    }
    String json =
        open.stream()
            .map(one -> "\"" + one.keys().get(0) + "\": " + value(one))
            .collect(Collectors.joining(", ", "{", "}"));
    assertThat(parser.parse(name, json)).isInstanceOf(CommandRequest.class);
    String text = open.get(0).example();
    String asText = "";
    if (open.size() == 1) {
      assertThat(parser.parse(name, text)).isInstanceOf(CommandRequest.class);
      asText = " or text " + code(text);
    }
    return "Payload of %s: JSON %s%s.".formatted(code(name), code(json), asText);
  }

  private static String value(Parameter parameter) {
    return parameter.type().numeric() ? parameter.example() : "\"" + parameter.example() + "\"";
  }

  private void writes(Markdown page, Command command) {
    page.table("Writes", "Register", "Value", "When", "For");
    for (Row row : TableFile.rows("tables/command-writes.csv")) {
      if (row.text("command").equals(command.name().text())) {
        page.row(
            code(row.text("register")),
            numbers(command, new Template(row.text("register"))),
            code(row.text("value")),
            code(row.text("when")),
            condition(row.text("models")));
      }
    }
  }

  /** The register's number, for each number that may stand in its name. */
  private String numbers(Command command, Template register) {
    List<String> open = register.placeholders();
    if (open.isEmpty()) {
      return number(register.text());
    }
    Interval all = command.parameter(open.get(0)).flatMap(Parameter::widest).orElseThrow();
    List<String> numbers = new ArrayList<>();
    for (int n = all.min(); n <= all.max(); n++) {
      String text = Integer.toString(n);
      numbers.add(n + ": " + number(register.fill(Map.of(open.get(0), text))));
    }
    return String.join(", ", numbers);
  }

  private String number(String register) {
    return CommandCheck.rows(plants, register)
        .map(RegisterRow::address)
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining(" or "));
  }

  private static String after(Row row, Command command) {
    Optional<String> clock = command.care().clock();
    String proof =
        clock
            .map(field -> code(field) + " must read back as that time, give or take what went by")
            .orElse("every register must read back as written");
    String again =
        command.care().skipEqual()
            ? ""
            : "Written also where the register holds the value already. ";
    return """
        %sRead back: %s; sent %d times at most. Shown by %s.

        - "%s"
        - "%s"
        """
        .formatted(
            again,
            proof,
            command.care().tries(),
            Markdown.codes(row.list("shows", "|")),
            row.text("success"),
            row.text("failure"));
  }

  private static void expressions(Markdown page) {
    page.section("Value expressions").text(EXPRESSIONS).table("Conversion", "Gives");
    Map<String, String> meanings = SourceComments.ofConstants(Conversion.class);
    for (Conversion one : Conversion.values()) {
      String operands =
          one.operands().stream()
              .map(operand -> operand.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" ", "(", ")"));
      String meaning = meanings.getOrDefault(one.name(), "");
      assertThat(meaning).as("what is said of " + one).isNotEmpty();
      page.row(code(one.name().toLowerCase(Locale.ROOT) + operands), meaning);
    }
    page.text(
        "The column `when` joins terms by `&`: `x` = the parameter x was given, `x=word` = it was"
            + " given as that word, `option:name` = that setting is on, `!option:name` = it is off."
            + " Options:");
    page.table("Option", "On when");
    new TreeMap<>(OPTIONS).forEach((name, setting) -> page.row(code(name), code(setting)));
    assertThat(OPTIONS).containsOnlyKeys(CommandSettings.OPTIONS);
  }

  private static final Map<String, String> OPTIONS =
      Map.of(
          "target-sets-enable",
          "TARGET_SETS_ENABLE = true",
          "percent-to-slot",
          "SLOT_PERCENT = slot");
}
