package givbridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds committed pages against the tables from which they are made. Run the test of a page with
 * {@code -Drenew=true} to write it anew.
 */
public final class GeneratedPages {
  private static final String RENEW = "renew";

  private GeneratedPages() {}

  /**
   * Fails if the page is not what the tables say; with {@code -Drenew=true} writes it instead.
   *
   * @param page the committed file, from the project folder
   * @param content what it should be
   * @param test the calling test, so that the failure can say how to renew the page
   */
  public static void hold(Path page, String content, Class<?> test) throws IOException {
    if (Boolean.getBoolean(RENEW)) {
      Path folder = page.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(page, content, StandardCharsets.UTF_8);
    }
    assertThat(Files.exists(page) ? Files.readString(page, StandardCharsets.UTF_8) : "")
        .as(
            "%s is stale; renew it with: mvn test -Dquick=true -Dtest=%s -Drenew=true",
            page, test.getSimpleName())
        .isEqualTo(content);
  }

  /** A table row of a Markdown page; bars and line ends in cells are made harmless. */
  public static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
    }
    return row.append('\n').toString();
  }
}
