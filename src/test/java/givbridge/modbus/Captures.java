package givbridge.modbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Recordings of real dongles, line by line as the socket gave them. */
final class Captures {

  static final Path OWN = Path.of("src/test/resources/captures");

  private Captures() {}

  /** The recordings of a folder and of those in it. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log") || file.toString().endsWith(".txt"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + folder, e);
    }
  }

  /** The chunks of one direction, {@code rx} from the dongle or {@code tx} from the client. */
  static List<byte[]> chunks(Path file, String direction) {
    try {
      List<byte[]> chunks = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", -1);
        String way = words[words.length - Math.min(2, words.length)].replace(":", "");
        if (!line.startsWith("#") && way.equals(direction)) {
          chunks.add(HexFormat.of().parseHex(words[words.length - 1]));
        }
      }
      return chunks;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /** The frames of one direction. */
  static List<Frame> frames(Path file, String direction) {
    FrameReader reader = new FrameReader();
    return chunks(file, direction).stream().flatMap(chunk -> reader.feed(chunk).stream()).toList();
  }
}
