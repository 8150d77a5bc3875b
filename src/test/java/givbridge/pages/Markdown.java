package givbridge.pages;

import java.util.Arrays;
import java.util.Collections;

/** A Markdown page as it grows. */
public final class Markdown {
  private final StringBuilder page = new StringBuilder();

  /** A page with its title and the words that stand before everything else. */
  public Markdown(String title, String about) {
    page.append("# ").append(title).append("\n\n").append(about.strip()).append('\n');
  }

  /** Begins a section. */
  public Markdown section(String title) {
    page.append("\n## ").append(title).append('\n');
    return this;
  }

  /** Begins a part of a section. */
  public Markdown part(String title) {
    page.append("\n### ").append(title).append('\n');
    return this;
  }

  /** Adds words, or a list, that are Markdown already. */
  public Markdown text(String text) {
    page.append('\n').append(text.strip()).append('\n');
    return this;
  }

  /** Begins a table; its rows follow. */
  public Markdown table(String... heads) {
    page.append('\n').append(GeneratedPages.row(heads));
    return row(Collections.nCopies(heads.length, "---").toArray(String[]::new));
  }

  /** Adds a row to the table. */
  public Markdown row(String... cells) {
    page.append(GeneratedPages.row(cells));
    return this;
  }

  /** A name as code; nothing stays nothing. */
  public static String code(String name) {
    return name.isEmpty() ? "" : "`" + name + "`";
  }

  /** Names as code, one after the other. */
  public static String codes(Iterable<String> names) {
    StringBuilder codes = new StringBuilder();
    names.forEach(name -> codes.append(codes.isEmpty() ? "" : ", ").append(code(name)));
    return codes.toString();
  }

  /** The parts that are not empty, joined. */
  public static String joined(String with, String... parts) {
    return String.join(with, Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
  }

  /** A condition of the tables: who a row holds for. */
  public static String condition(String written) {
    return written.equals("*") ? "all" : code(written);
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
