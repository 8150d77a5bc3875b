package givbridge.pages;

import static givbridge.pages.Markdown.code;
import static givbridge.pages.Markdown.condition;
import static givbridge.pages.Markdown.joined;

import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterType;
import givbridge.tables.Row;
import givbridge.testing.ShippedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterPageTest {
  private static final String ABOUT =
      """
      Made from `src/main/resources/registers/*.csv`; do not edit.

      A register is a 16-bit word. HR are holding registers (settings), IR input registers
      (measurements). The value is the raw number times the scale, in the unit; outside the bounds it
      is unknown. *Writable* is what a command may write, in the same unit; all others are never
      written. *For* is a condition on [models and traits](models.md). The raw key is the name below
      `raw/`; after the colon stands how it is shown there.
      """;

  @Test
  void theReferenceOfRegistersIsWhatTheTablesSay() throws IOException {
    Markdown page = new Markdown("Registers", ABOUT);
    for (RegisterMap map : ShippedTables.maps()) {
      page.section("Map " + map.name());
      page.table(
          "Name", "Address", "Type", "Scale", "Unit", "Bounds", "Writable", "For", "Raw key");
      TableFile.rows("registers/" + map.name() + ".csv").forEach(row -> register(page, row));
    }
    types(page);
    page.section("Enumerations");
    page.table("Name", "Numbers");
    enumerations().forEach((name, numbers) -> page.row(code(name), numbers));
    GeneratedPages.hold(
        Path.of("src/docs/reference/registers.md"), page.toString(), RegisterPageTest.class);
  }

  private static void register(Markdown page, Row row) {
    page.row(
        code(row.text("name")),
        row.text("bank") + " " + addresses(row),
        joined(" ", row.text("type"), code(row.text("enum"))),
        row.text("scale"),
        row.text("unit"),
        row.text("min").isEmpty() && row.text("max").isEmpty()
            ? ""
            : row.text("min") + ".." + row.text("max"),
        row.text("write"),
        condition(row.text("models")),
        code(row.text("raw")));
  }

  private static void types(Markdown page) {
    Map<String, String> meanings = SourceComments.ofConstants(RegisterType.class);
    page.section("Types");
    page.text("Words are big-endian; of two the first is the high one.");
    page.table("Type", "Meaning");
    for (RegisterType type : RegisterType.values()) {
      String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
      page.row(
          code(type == RegisterType.BITS ? "bits-<first>-<last>" : name),
          meanings.getOrDefault(type.name(), ""));
    }
  }

  private static String addresses(Row row) {
    int count = row.integer("count").orElse(1);
    String first = row.text("address");
    return count == 1 || first.contains("+")
        ? first
        : first + "-" + (row.integer("address").orElseThrow() + count - 1);
  }

  private static Map<String, String> enumerations() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Row row : TableFile.rows("registers/enums.csv")) {
      String label = row.text("label");
      String name = row.text("name");
      String meaning =
          label.isEmpty() || label.equalsIgnoreCase(name) ? name : name + " (" + label + ")";
      all.merge(
          row.text("enum"), row.text("value") + " " + meaning, (one, more) -> one + "; " + more);
    }
    return all;
  }
}
