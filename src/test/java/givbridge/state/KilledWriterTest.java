package givbridge.state;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.Mark;
import givbridge.tables.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
  private static final int ENOUGH = 300;

  @TempDir private Path folder;

  @Test
  void aProcessKilledInTheMidstOfAWriteKeepsItsLastCommitWhole()
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int told = 0;
    try (BufferedReader out = writer.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told = Integer.parseInt(line);
        if (told == ENOUGH) {
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor()).isNotZero();
    assertThat(told).isGreaterThanOrEqualTo(ENOUGH);

    try (StateFile file = StateFile.open(folder, Clock.systemUTC(), new Faults()).orElseThrow()) {
      Map<String, Mark> marks = new CounterMarks(file).load("A");
      assertThat(marks).hasSize(KilledWriter.MARKS);
      Set<BigDecimal> rounds = new TreeSet<>();
      marks.values().forEach(mark -> rounds.add(mark.value()));
      assertThat(rounds).hasSize(1);
      assertThat(rounds.iterator().next().intValue()).isGreaterThanOrEqualTo(told);
    }
  }
}
