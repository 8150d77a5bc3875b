package givbridge.pages;

import static givbridge.pages.Markdown.code;
import static givbridge.pages.Markdown.condition;
import static givbridge.pages.Markdown.joined;

import givbridge.plant.ModelTables.Variant;
import givbridge.plant.PlanRow;
import givbridge.plant.PlantTables;
import givbridge.tables.Condition;
import givbridge.tables.Row;
import givbridge.testing.ShippedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelPageTest {
  private static final String ABOUT =
      """
      Made from `models.csv`, `device-types.csv`, `traits.csv`, `register-maps.csv`, `devices.csv` and
      `poll-plan.csv` in `src/main/resources/tables`; do not edit.

      An inverter tells its type code (HR 0, four hex digits) and the version of its ARM firmware
      (HR 21). Both lead to a model, the model and the firmware to traits: what it can do. Conditions
      in the tables name models and traits, joined by `|`: one of the plain ones must hold, none after
      `!` may; `*` holds always. *Evidence*: capture = held against a recording of a real unit.
      """;

  private final PlantTables plants = ShippedTables.plants();
  private final List<Row> models = TableFile.rows("tables/models.csv");

  @Test
  void theReferenceOfModelsIsWhatTheTablesSay() throws IOException {
    Markdown page = new Markdown("Models", ABOUT);
    models(page);
    codes(page);
    traits(page);
    maps(page);
    devices(page);
    plan(page);
    GeneratedPages.hold(
        Path.of("src/docs/reference/models.md"), page.toString(), ModelPageTest.class);
  }

  private void models(Markdown page) {
    page.section("Models");
    page.table("Model", "Shown as", "Phases", "Battery V", "Evidence", "Traits");
    for (Row row : models) {
      page.row(
          code(row.text("model")),
          row.text("label"),
          row.text("phases"),
          row.text("nominal-voltage"),
          row.text("evidence"),
          traitsOf(row.text("model")));
    }
  }

  private static String traitsOf(String model) {
    return TableFile.rows("tables/traits.csv").stream()
        .filter(row -> Condition.parse(row.text("models")).holds(Set.of(model)))
        .map(row -> joined(" ", code(row.text("trait")), firmware(row)))
        .collect(Collectors.joining(", "));
  }

  private static String firmware(Row row) {
    String from = row.text("arm-from");
    String to = row.text("arm-to");
    String both = joined(" ", from.isEmpty() ? "" : "from " + from, to.isEmpty() ? "" : "to " + to);
    return both.isEmpty() ? "" : "(ARM " + both + ")";
  }

  private static void codes(Markdown page) {
    page.section("Type codes");
    page.text("The first row that fits counts.");
    page.table("Code", "ARM firmware, hundreds", "Model", "Rated W", "Battery W");
    for (Row row : TableFile.rows("tables/device-types.csv")) {
      page.row(
          code(row.text("code")),
          row.text("arm-hundreds"),
          code(row.text("model")),
          row.text("rated-w"),
          row.text("battery-w"));
    }
  }

  private static void traits(Markdown page) {
    page.section("Traits");
    page.table("Trait", "Models", "ARM from", "ARM to", "Choice", "If the registers say");
    for (Row row : TableFile.rows("tables/traits.csv")) {
      page.row(
          code(row.text("trait")),
          condition(row.text("models")),
          row.text("arm-from"),
          row.text("arm-to"),
          row.text("choice"),
          code(row.text("says")));
    }
  }

  private static void maps(Markdown page) {
    page.section("Register maps");
    page.text("Of the inverter's own registers; the first row that fits counts.");
    page.table("Map", "Models");
    for (Row row : TableFile.rows("tables/register-maps.csv")) {
      page.row(code(row.text("registers")), condition(row.text("models")));
    }
  }

  private static void devices(Markdown page) {
    page.section("Devices behind one connection");
    page.table("Kind", "Addresses", "Registers", "Looked for on", "Present if", "In paths");
    for (Row row : TableFile.rows("tables/devices.csv")) {
      page.row(
          row.text("kind"),
          row.text("addresses"),
          code(row.text("registers")),
          condition(row.text("models")),
          joined(" of ", code(row.text("present")), row.text("page")),
          row.text("placeholder").isEmpty()
              ? ""
              : code("{" + row.text("placeholder") + "}") + ": " + row.text("key"));
    }
  }

  /** Yes, no, or by firmware, for each model. */
  private void plan(Markdown page) {
    page.section("What is read");
    page.text(
        "A quick block is read at every poll, a full one at full polls. *if there*: given up after"
            + " three refusals or silences in a row, until the inverter was away for five minutes."
            + " *firmware*: it depends on the firmware.");
    List<String> names = models.stream().map(row -> row.text("model")).toList();
    List<String> heads = new ArrayList<>(List.of("Device", "Block", "When"));
    names.forEach(name -> heads.add(code(name)));
    page.table(heads.toArray(String[]::new));
    for (PlanRow row : plants.plan()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.kind());
      cells.add(
          "%s %d-%d"
              .formatted(
                  row.spec().bank(),
                  row.spec().base(),
                  row.spec().base() + row.spec().count() - 1));
      String tier = row.tier().name().toLowerCase(Locale.ROOT);
      cells.add(row.keep() == PlanRow.Keep.ALWAYS ? tier : tier + ", if there");
      names.forEach(name -> cells.add(reads(row, name)));
      page.row(cells.toArray(String[]::new));
    }
  }

  private String reads(PlanRow row, String model) {
    Condition kind = plants.kind(row.kind()).orElseThrow().condition();
    List<Boolean> firmwares =
        plants.models().variants().stream()
            .filter(variant -> variant.model().name().equals(model))
            .map(Variant::traits)
            .map(traits -> row.condition().holds(traits) && kind.holds(traits))
            .distinct()
            .toList();
    return firmwares.size() > 1 ? "firmware" : firmwares.get(0) ? "yes" : "";
  }
}
