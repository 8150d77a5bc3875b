package givbridge.bench;

import givbridge.bench.Figure.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Measures the packaged program and prints a table. Arguments are parts of the names of figures;
 * without any, all are measured, which takes about forty minutes.
 */
public final class Benchmark {
  private static final List<Figure> FIGURES =
      List.of(
          new FanOut("gen1-hybrid", false, 10),
          new FanOut("gen1-hybrid", true, 10),
          new FanOut("three-phase-hybrid", false, 20),
          new Decode(),
          new BrokerAlone(),
          new ControlWrite(false),
          new ControlWrite(true),
          new RestCommand(),
          new ReadRate(),
          new Memory(false),
          new Memory(true),
          new PollCpu(),
          new FirstData(false, false),
          new FirstData(false, true),
          new FirstData(true, false),
          new FirstData(true, true),
          new Hundred());

  /** Held, since Java's log manager forgets levels of loggers that nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("givbridge");

  private final PrintStream out;

  private Benchmark(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException if something is not there or does not work
   */
  public static void main(String[] wanted) throws Exception {
    LOGGER.setLevel(Level.WARNING);
    Path folder = Files.createTempDirectory("givbridge-benchmark");
    try (Broker broker = Broker.start(folder)) {
      new Benchmark(System.out).run(new Scene(folder, broker, List.of()), List.of(wanted));
    } finally {
      remove(folder);
    }
    // The simulated plants' threads may go on.
    System.exit(0);
  }

  private void run(Scene scene, List<String> wanted) throws Exception {
    out.println("Processor: " + processor());
    out.println("Java: " + System.getProperty("java.vm.name") + " " + Runtime.version());
    out.println("Flags: " + Product.flags());
    out.println("Broker: " + scene.broker().name());
    out.println("Load before: " + load());
    out.println();
    out.println("| figure | target | measured | met |");
    out.println("|---|---|---|---|");
    for (Figure figure : FIGURES) {
      if (wanted.isEmpty() || wanted.stream().anyMatch(figure.name()::contains)) {
        Result result = figure.measure(scene);
        out.printf(
            Locale.ROOT,
            "| %s | %s | %s | %s |%n",
            figure.name(),
            figure.target(),
            result.text(),
            result.met() ? "yes" : "no");
      }
    }
  }

  private static String processor() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown");
    return model + ", " + Runtime.getRuntime().availableProcessors() + " cores";
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
