package givbridge.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into the state folder instead of at every start into the
 * folder for temporary files, which may be full or forbid programs.
 */
final class NativeLibrary {
  private NativeLibrary() {}

  /** Unpacks it if it is not there, and tells the driver where it is. */
  static void provide(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath();
    Path home =
        folder.resolve(
            "sqlite-" + SQLiteJDBCLoader.getVersion() + resource.replaceAll(".*/native|/", "-"));
    Path library = home.resolve(name);
    try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource + "/" + name)) {
      if (packed == null) {
        // The driver says in words that it has none for this machine.
        return;
      }
      if (!Files.exists(library)) {
        Files.createDirectories(home);
        Path part = Files.createTempFile(home, name, ".part");
        Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    System.setProperty("org.sqlite.lib.path", home.toString());
    System.setProperty("org.sqlite.lib.name", name);
  }
}
