package givbridge.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the shipped routes that a user has edited. */
final class RouteFolder {
  private static final Path SHIPPED = Path.of("routes");

  private final Path folder;

  private RouteFolder(Path folder) {
    this.folder = folder;
  }

  /** Copies the shipped routes below this folder. */
  static RouteFolder copied(Path folder) throws IOException {
    Path routes = Files.createDirectory(folder.resolve("routes"));
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.toList()) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
    return new RouteFolder(folder);
  }

  /** Writes a file of the user's own. */
  RouteFolder with(String name, String... lines) throws IOException {
    Files.write(folder.resolve("routes").resolve(name), List.of(lines));
    return this;
  }

  /** Changes a text that stands in a file once. */
  RouteFolder replacing(String name, String old, String now) throws IOException {
    Path file = folder.resolve("routes").resolve(name);
    String text = Files.readString(file);
    if (text.indexOf(old) < 0 || text.indexOf(old) != text.lastIndexOf(old)) {
      throw new IllegalArgumentException(old + " does not stand in " + name + " just once");
    }
    Files.writeString(file, text.replace(old, now));
    return this;
  }

  /** The folder that holds the folder of routes. */
  Path path() {
    return folder;
  }
}
