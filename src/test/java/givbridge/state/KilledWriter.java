package givbridge.state;

import givbridge.cleaning.Mark;
import givbridge.tables.Faults;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes marks as fast as it can, says how far it is after each commit, and waits to be killed. */
final class KilledWriter {
  static final int MARKS = 40;

  private KilledWriter() {}

  public static void main(String[] args) {
    StateFile file =
        StateFile.open(Path.of(args[0]), Clock.systemUTC(), new Faults()).orElseThrow();
    CounterMarks marks = new CounterMarks(file);
    for (int round = 1; ; round++) {
      Map<String, Mark> all = new HashMap<>();
      for (int i = 0; i < MARKS; i++) {
        all.put(
            "path/" + i, new Mark(BigDecimal.valueOf(round), Instant.EPOCH, Optional.empty(), 0));
      }
      marks.save("A", all);
      System.out.println(round);
    }
  }
}
