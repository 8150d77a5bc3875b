package givbridge.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say of the words of the tables' languages, so that it is written once. */
public final class SourceComments {
  private static final Path MAIN = Path.of("src/main/java");

  /** Remarks before an entry that is put under a name. */
  private static final Pattern ENTRY =
      Pattern.compile("((?:^ *//.*\\n)+) *all\\.put\\(\\s*\"(\\w+)\"", Pattern.MULTILINE);

  /** Javadoc before a constant of an enumeration. */
  private static final Pattern CONSTANT =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z][A-Z0-9_]*)\\s*[,;({]", Pattern.DOTALL);

  private SourceComments() {}

  /** What is said of the entries that a class puts under names, in the order of the source. */
  public static Map<String, String> ofEntries(Class<?> source) {
    return found(source, ENTRY);
  }

  /** What is said of the constants of an enumeration, in the order of the source. */
  public static Map<String, String> ofConstants(Class<?> source) {
    return found(source, CONSTANT);
  }

  private static Map<String, String> found(Class<?> source, Pattern pattern) {
    Map<String, String> comments = new LinkedHashMap<>();
    Matcher matcher = pattern.matcher(text(source));
    while (matcher.find()) {
      comments.put(matcher.group(2), plain(matcher.group(1)));
    }
    return comments;
  }

  private static String text(Class<?> source) {
    try {
      return Files.readString(MAIN.resolve(source.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(String comment) {
    return comment
        .replaceAll("(?m)^ *(//|\\*)", "")
        .replaceAll("\\{@(?:code|link #?) *([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
