package givbridge;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen in the sources alone: sizes, sleeps and facts that belong into tables. */
class SourceRulesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final int LINES_OF_A_FILE = 400;
  private static final int LINES_OF_A_METHOD = 60;

  /** A line that ends a list of parameters, of a member or of a member of a nested type. */
  private static final Pattern OPENING =
      Pattern.compile(
          "^ {2,8}(?!if|for|while|switch|try|\\}|\\.)[^;=]*\\)( throws [\\w, .]+)? \\{$");

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      return sources;
    }
  }

  private static List<Path> all() throws IOException {
    return Stream.concat(sources(MAIN).stream(), sources(TEST).stream()).toList();
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    List<String> longer = new ArrayList<>();
    for (Path file : all()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES_OF_A_FILE) {
        longer.add(file + " has " + lines);
      }
    }
    assertThat(longer).isEmpty();
  }

  @Test
  void noMethodIsLongerThanSixtyLines() throws IOException {
    List<String> longer = new ArrayList<>();
    for (Path file : all()) {
      longMethods(Files.readAllLines(file))
          .forEach(method -> longer.add(file.getFileName() + ": " + method));
    }
    assertThat(longer).isEmpty();
  }

  @Test
  void aLongMethodWouldBeSeen() {
    List<String> source = new ArrayList<>(List.of("class X {", "  void small() {", "  }"));
    source.add("  private static int big(");
    source.add("      int x) {");
    source.addAll(Collections.nCopies(LINES_OF_A_METHOD, "    x++;"));
    source.add("  }");
    source.add("}");

    assertThat(longMethods(source)).singleElement().asString().contains("int x");
  }

  /** Methods from their opening line to the brace that closes them at the same depth. */
  private static List<String> longMethods(List<String> lines) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean opens = OPENING.matcher(line).matches() && !headOf(lines, i).contains("record ");
      if (opens) {
        int end = closing(lines, i);
        if (end - i + 1 > LINES_OF_A_METHOD) {
          found.add("line " + (i + 1) + " " + line.trim());
        }
      }
    }
    return found;
  }

  /** The line in which the list of parameters begins that ends in this one. */
  private static String headOf(List<String> lines, int end) {
    int open = 0;
    for (int i = end; i >= 0; i--) {
      String line = lines.get(i);
      open += (int) (count(line, ')') - count(line, '('));
      if (open <= 0) {
        return line;
      }
    }
    return "";
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private static int closing(List<String> lines, int from) {
    int depth = 0;
    for (int i = from; i < lines.size(); i++) {
      String bare = lines.get(i).replaceAll("\"(\\\\.|[^\"])*\"|'(\\\\.|[^'])'", "");
      depth += (int) (count(bare, '{') - count(bare, '}'));
      if (depth == 0) {
        return i;
      }
    }
    return lines.size() - 1;
  }

  @Test
  void nobodySleepsNotEvenATest() throws IOException {
    String call = "Thread" + ".sleep(";
    for (Path file : all()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain(call);
    }
  }

  private static List<String> models() {
    Faults faults = new Faults();
    List<String> models =
        Table.resource(
                "tables/models.csv",
                faults,
                "model",
                "label",
                "phases",
                "nominal-voltage",
                "evidence")
            .rows()
            .stream()
            .flatMap((Row row) -> Stream.of(row.text("model"), row.text("label")))
            .toList();
    faults.throwIfAny();
    assertThat(models).isNotEmpty();
    return models;
  }

  @Test
  void noModelIsNamedInMainCode() throws IOException {
    List<String> quoted = models().stream().map(name -> '"' + name + '"').toList();
    for (Path file : sources(MAIN)) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain(quoted);
    }
  }

  /** The rooms that read, decode and publish, and the routes, must serve any model alike. */
  @Test
  void neitherTheRoomsOfReadingAndPublishingNorTheRoutesKnowAModelByName() throws IOException {
    // Names such as "Unknown" and "AC" are words of other meanings too.
    List<Pattern> names =
        models().stream()
            .filter(name -> name.contains("_"))
            .map(name -> Pattern.compile("\\b" + name + "\\b", Pattern.CASE_INSENSITIVE))
            .toList();
    List<Path> files = new ArrayList<>();
    for (String room : List.of("registers", "plant", "poll", "link", "modbus", "publish")) {
      files.addAll(sources(MAIN.resolve("givbridge").resolve(room)));
    }
    try (Stream<Path> routes = Files.list(Path.of("routes"))) {
      routes.forEach(files::add);
    }
    assertThat(names).hasSizeGreaterThan(10);
    assertThat(files).anyMatch(file -> file.toString().endsWith(".yaml"));
    for (Path file : files) {
      String text = Files.readString(file);
      assertThat(names).as(file.toString()).noneMatch(name -> name.matcher(text).find());
    }
  }

  @Test
  void everyRoomSaysWhatItIsFor() throws IOException {
    for (Path file : sources(MAIN)) {
      Path about = file.resolveSibling("package-info.java");
      assertThat(about).exists();
      assertThat(Files.readString(about)).contains("/**").contains("@NullMarked");
    }
  }
}
