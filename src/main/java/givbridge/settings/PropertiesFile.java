package givbridge.settings;

import givbridge.tables.Faults;
import givbridge.tables.Origin;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Reads the settings file: Java properties, as Camel reads the same file, but with the line of each
 * entry and without losing one that stands twice.
 */
final class PropertiesFile {
  private PropertiesFile() {}

  /** The entries in their order; none if there is no such file. */
  static List<Assignment> read(Path file, Faults faults) {
    String name = String.valueOf(file.getFileName());
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      return parse(name, Files.readAllLines(file, StandardCharsets.UTF_8), faults);
    } catch (IOException e) {
      faults.add(new Origin(name, 0), "the file cannot be read as UTF-8 text: " + e);
      return List.of();
    }
  }

  static List<Assignment> parse(String file, List<String> lines, Faults faults) {
    List<Assignment> found = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      Origin origin = new Origin(file, at + 1);
      StringBuilder entry = new StringBuilder(lines.get(at));
      while (!isRemark(entry) && isContinued(entry) && at + 1 < lines.size()) {
        at++;
        entry.append('\n').append(lines.get(at));
      }
      add(entry.toString(), origin, found, faults);
    }
    return List.copyOf(found);
  }

  private static void add(String entry, Origin origin, List<Assignment> to, Faults faults) {
    Properties parsed = new Properties();
    try {
      parsed.load(new StringReader(entry));
    } catch (IOException | IllegalArgumentException e) {
      faults.add(origin, "not a line such as NAME = value: a \\u must be followed by four digits");
    }
    for (String key : parsed.stringPropertyNames()) {
      to.add(new Assignment(key, parsed.getProperty(key).strip(), origin));
    }
  }

  private static boolean isRemark(CharSequence line) {
    String text = line.toString().stripLeading();
    return text.startsWith("#") || text.startsWith("!");
  }

  private static boolean isContinued(CharSequence line) {
    int slashes = 0;
    while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }
}
