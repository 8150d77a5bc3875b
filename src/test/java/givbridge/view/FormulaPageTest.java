package givbridge.view;

import static givbridge.pages.Markdown.code;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.pages.GeneratedPages;
import givbridge.pages.Markdown;
import givbridge.pages.SourceComments;
import givbridge.plant.DeviceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The language of the column {@code source} of the tree, as the code has it. */
class FormulaPageTest {
  private static final String ABOUT =
      """
      Made from the sources of `givbridge.view`; do not edit.

      A formula stands in the column `source` of `tables/tree.csv`. It is one of:

      | Written | Means |
      | --- | --- |
      | `p_grid_out` | a register of the device for which the row stands, by its name |
      | `battery[1]:soc`, `battery[last]:soc` | a register of the first, or the last, battery |
      | `battery[*]:soc` | that register of every battery, as so many arguments of a function |
      | `stack:battery_soh` | a register of the stack to which the row's device belongs, else of the first |
      | `Power/Power/SOC` | another key of the tree, by its path |
      | `Battery_Details/Battery_Stack_{stack}/Stack_SOC_kWh` | in a row of another kind: that key of every stack, as so many arguments of a function |
      | `12.5`, `'Eco'` | a number, a text |
      | `sum(p_pv1, p_pv2)` | a function of further formulas |
      | `bridge:state` | a fact of the program itself; only in rows of scope `bridge` |
      | `*` | every register with a raw key, in rows whose path ends with `{raw}` |

      Names, sorts of values and circles are checked at the start for every model and firmware; a
      fault names the line. A function gives an unknown value if an argument that it needs is
      unknown, and the key is then absent. So it is with a function of every device of a kind of which
      there is none. In a stack's row `module[*]` means the modules of that stack only, and so for
      every kind that is part of another. A number from a code is its number, from a switch 1 or 0.
      """;

  private final Map<String, Function> functions = new TreeMap<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();

  FormulaPageTest() {
    functions.putAll(NumberFunctions.all());
    functions.putAll(ChoiceFunctions.all());
    functions.putAll(TimeFunctions.all());
    for (Class<?> library :
        List.of(NumberFunctions.class, ChoiceFunctions.class, TimeFunctions.class)) {
      meanings.putAll(SourceComments.ofEntries(library));
    }
  }

  @Test
  void everyFunctionSaysWhatItDoes() {
    assertThat(meanings).containsOnlyKeys(functions.keySet());
  }

  @Test
  void theReferenceOfFormulasIsWhatTheCodeSays() throws IOException {
    Markdown page = new Markdown("Formulas of the tree", ABOUT);
    page.section("Functions").table("Function", "Gives", "Meaning");
    meanings.forEach(
        (name, meaning) -> {
          Function function = functions.get(name);
          page.row(code(name + arguments(function)), gives(function), meaning);
        });
    forms(page);
    facts(page, "Facts of the inverter", FormulaCheck.FACTS, DeviceKind.INVERTER);
    facts(page, "Wishes of the user", Wishes.KINDS, Wishes.KIND);
    facts(page, "Facts of the program", BridgeFacts.KINDS, Formula.DeviceReference.BRIDGE);
    GeneratedPages.hold(
        Path.of("src/docs/reference/formulas.md"), page.toString(), FormulaPageTest.class);
  }

  private static String arguments(Function function) {
    List<String> sorts = new ArrayList<>();
    function.takes().forEach(sort -> sorts.add(word(sort)));
    return "(" + String.join(", ", sorts) + (function.repeats() ? ", ...)" : ")");
  }

  private static String gives(Function function) {
    return switch (function.gives()) {
      case AS_FIRST -> "as its first argument";
      case AS_SECOND -> "as its second argument";
      default -> word(function.gives());
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void forms(Markdown page) {
    Map<String, String> looks = SourceComments.ofConstants(Form.class);
    page.section("Forms");
    page.text("The column `form` says how the value looks.");
    page.table("Form", "Looks", "Of values that are");
    for (Form form : Form.values()) {
      List<String> kinds = new ArrayList<>();
      for (ValueKind kind : ValueKind.values()) {
        if (form.fits(kind)) {
          kinds.add(word(kind));
        }
      }
      page.row(
          code(word(form)),
          looks.getOrDefault(form.name(), ""),
          kinds.size() == ValueKind.values().length ? "any" : String.join(", ", kinds));
    }
  }

  private static void facts(
      Markdown page, String title, Map<String, ValueKind> facts, String device) {
    page.section(title);
    page.text("Written as a register of `" + device + "`.");
    page.table("Name", "Gives");
    new TreeMap<>(facts).forEach((name, kind) -> page.row(code(name), word(kind)));
  }
}
