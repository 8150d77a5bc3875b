package givbridge.pages;

import static givbridge.pages.Markdown.code;
import static givbridge.pages.Markdown.condition;
import static givbridge.pages.Markdown.joined;

import givbridge.command.CommandTables;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.testing.ShippedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyPageTest {
  private static final String ABOUT =
      """
      Made from `src/main/resources/tables/tree.csv` and `entities.csv`; do not edit.

      Every key is a path of the JSON tree (`/readData`) and, below `<root>/<serial>/`, an MQTT topic.
      `{serial}` stands for the inverter's serial number, `{battery}` for that of a battery,
      `{meter}` for the number of a meter, `{n}` for the numbers given. A key whose value is unknown
      is absent. *For* is a condition on [models and traits](models.md). *From* is the formula: names
      without a slash are [registers](registers.md), paths are other keys; the functions are listed in
      [formulas.md](formulas.md). *Believed* are the limits outside which a value is not shown.
      GivTCP shows input registers 0 to 59 in `raw/invertor` under single-phase names for every family.
      A three-phase inverter, a Gateway and an EMS have zeros or other things in many of them; these
      keys are then absent instead of wrong.
      *Entity* is what Home Assistant is to be told once discovery is there; *Command* sets the key,
      see [commands.md](commands.md).
      """;

  private final Map<String, Row> entities = new HashMap<>();
  private final CommandTables commands;

  KeyPageTest() {
    Faults faults = new Faults();
    commands = CommandTables.load(ShippedTables.plants(), faults);
    faults.throwIfAny();
    TableFile.rows("tables/entities.csv").forEach(row -> entities.put(row.text("path"), row));
  }

  @Test
  void theReferenceOfKeysIsWhatTheTablesSay() throws IOException {
    Map<String, List<Row>> sections =
        TableFile.rows("tables/tree.csv").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("path").replaceFirst("/.*", ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Markdown page = new Markdown("Published keys", ABOUT);
    sections.forEach(
        (section, rows) -> {
          page.section(section);
          page.table("Key", "For", "Form", "Unit", "From", "Believed", "Entity", "Command");
          rows.forEach(row -> key(page, row));
        });
    GeneratedPages.hold(Path.of("src/docs/reference/keys.md"), page.toString(), KeyPageTest.class);
  }

  private void key(Markdown page, Row row) {
    String path = row.text("path");
    String numbers = row.text("n").isEmpty() ? "" : "n = " + row.text("n");
    String needs = row.text("needs").isEmpty() ? "" : "with a " + row.text("needs");
    String scope = row.text("scope").equals("inverter") ? "" : "each " + row.text("scope");
    page.row(
        joined(" ", code(path), numbers),
        joined(
            ", ",
            condition(row.text("models")),
            scope.replace("each bridge", "the program"),
            needs),
        row.text("form"),
        row.text("unit"),
        code(row.text("source")),
        row.text("min").isEmpty() ? "" : row.text("min") + ".." + row.text("max"),
        entities.containsKey(path) ? entity(entities.get(path)) : "",
        entities.containsKey(path) ? command(entities.get(path).text("command")) : "");
  }

  private static String entity(Row entity) {
    String options = entity.text("options").isEmpty() ? "" : "one of " + entity.text("options");
    String range =
        entity.text("max").isEmpty()
            ? ""
            : entity.text("min") + ".." + entity.text("max") + " by " + entity.text("step");
    return joined(
        ", ",
        entity.text("component"),
        entity.text("device_class"),
        entity.text("state_class"),
        options,
        range);
  }

  /** Names of commands that come in a later version are left out: they would be refused. */
  private String command(String name) {
    return commands.find(name.replace("{n}", "1")).isPresent() ? code(name) : "";
  }
}
