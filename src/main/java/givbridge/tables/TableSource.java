package givbridge.tables;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where tables come from: those that are shipped, or some that were written for a test. */
@FunctionalInterface
public interface TableSource {
  /** The tables on the class path, in UTF-8. */
  TableSource CLASS_PATH =
      path -> {
        InputStream stream = TableSource.class.getClassLoader().getResourceAsStream(path);
        return Optional.ofNullable(stream)
            .map(bytes -> new InputStreamReader(bytes, StandardCharsets.UTF_8));
      };

  /** A table to read; empty if there is none of that path. */
  Optional<Reader> open(String path);
}
