package givbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as a process of its own, in a folder of its own. */
final class Product implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path ROUTES = Path.of("routes");
  private static final Duration END = Duration.ofSeconds(15);
  private static final double NANOS = 1e9;

  /** Further options of the Java runtime, separated by spaces, to be tried. */
  private static final List<String> MORE_OPTIONS =
      Stream.of(System.getProperty("options", "").split(" ")).filter(it -> !it.isEmpty()).toList();

  private final Process process;
  private final int restPort;
  private final long startedAt;

  private Product(Process process, int restPort, long startedAt) {
    this.process = process;
    this.restPort = restPort;
    this.startedAt = startedAt;
  }

  /**
   * Starts the program.
   *
   * @param folder empty; its working folder
   * @param plants the inverters to read
   * @param start settings beside those of plants and ports, and options of the Java runtime
   */
  static Product start(Path folder, Plants plants, Scene.Start start) throws IOException {
    if (!Files.exists(TARGET.resolve("givbridge.jar"))) {
      throw new IllegalStateException(
          "there is no target/givbridge.jar; first run: mvn -q -DskipTests package");
    }
    copyRoutes(folder.resolve("routes"));
    int count = plants.count();
    int ports = FreePorts.inARow(count + 1);
    Map<String, String> environment = new HashMap<>(start.environment());
    // As in the image.
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("GLIBC_TUNABLES", "glibc.pthread.stack_cache_size=0");
    for (int i = 0; i < count; i++) {
      environment.put("INVERTOR_IP_" + (i + 1), "127.0.0.1:" + plants.port(i));
    }
    environment.put("REST_HOST", "127.0.0.1");
    environment.put("REST_PORT", Integer.toString(ports));
    environment.put("WEB_PORT", Integer.toString(ports + count));
    Path log = folder.resolve("log.txt");
    List<String> command = new ArrayList<>();
    command.add("java");
    command.add("@" + TARGET.resolve("givbridge.options"));
    command.addAll(MORE_OPTIONS);
    command.addAll(start.options());
    command.addAll(List.of("-jar", TARGET.resolve("givbridge.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long now = System.nanoTime();
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Product(process, ports, now);
  }

  /** What is given to the Java runtime. */
  static String flags() throws IOException {
    Stream<String> usual =
        Files.readAllLines(TARGET.resolve("givbridge.options")).stream()
            .filter(line -> line.startsWith("-"));
    return String.join(" ", Stream.concat(usual, MORE_OPTIONS.stream()).toList());
  }

  private static void copyRoutes(Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(ROUTES)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** When the process was asked for, by {@link System#nanoTime}. */
  long startedAt() {
    return startedAt;
  }

  /** REST port of the first inverter. */
  int restPort() {
    return restPort;
  }

  /** Resident memory in megabytes of 1024 kB. */
  double residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The part of {@link #residentMegabytes} that the system could not read from files again. */
  double ownMegabytes() throws IOException {
    return megabytes("RssAnon:");
  }

  private double megabytes(String kind) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Seconds of processor time used so far, in steps of a hundredth. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
