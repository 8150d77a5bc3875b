package givbridge.camel;

import givbridge.mqtt.MqttClients;
import givbridge.plant.Topology;
import givbridge.publish.Topics;
import givbridge.settings.Settings;
import givbridge.tables.Faults;
import givbridge.tables.Origin;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.spi.ManagementStrategy;

/** Camel itself: its settings, its beans, and the routes of {@code routes/}. */
final class CamelRuntime implements AutoCloseable {
  private static final String ROUTES = "routes";
  private static final String PATTERN = ".camel.yaml";
  private static final String HTTP_SUMMARY = "org.apache.camel.component.platform.http.main.";
  private static final int HTTP_WORKERS = 8;
  private static final Duration BLOCKED_CHECK = Duration.ofMinutes(1);
  private static final Duration STAGGER = Duration.ofMillis(100);

  /** So long it takes at most until every inverter has told its state. */
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Main main = new Main();
  private final Settings settings;
  private final HttpPorts ports;
  private final SharedThreads threads = new SharedThreads();
  private final List<Consumer<CamelContext>> waiting = new ArrayList<>();
  private Runnable whenStarted = () -> {};
  private boolean started;

  /**
   * Camel, configured and not started.
   *
   * @param own the user's entries for Camel; ours go before them
   * @param folder holds the folder of routes
   */
  CamelRuntime(Settings settings, Map<String, String> own, Path folder) {
    this.settings = settings;
    this.ports = new HttpPorts(settings.http().restPort(), settings.count());
    own.forEach(main::addInitialProperty);
    String routes = folder.resolve(ROUTES).toString();
    Map.of(
            "camel.main.name", "givbridge",
            "camel.main.routes-include-pattern", "file:" + routes + "/*" + PATTERN,
            "camel.main.shutdown-timeout", "5",
            "camel.main.auto-configuration-log-summary", "false",
            "camel.main.startup-summary-level", "Off",
            // No body is read twice; else each step would look for a stream, and make one of
            // buffers.
            "camel.main.stream-caching-enabled", "false",
            "camel.server.enabled", "true",
            "camel.server.host", settings.http().host(),
            "camel.server.port", Integer.toString(settings.http().webPort()))
        .forEach(main::addInitialProperty);
    main.setPropertyPlaceholderLocations("classpath:none.properties;optional=true");
    main.bind("vertxOptions", httpThreads());
    main.bind("seda", new SharedSeda(threads));
    main.bind("paho-mqtt5", new MessagePaho());
    main.addMainListener(new Ports());
  }

  private static VertxOptions httpThreads() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(HTTP_WORKERS)
        .setInternalBlockingPoolSize(2)
        .setBlockedThreadCheckInterval(BLOCKED_CHECK.toMillis())
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  /** Notes a fault where there are no routes to run. */
  static void checkRoutes(Path folder, Faults faults) {
    Path routes = folder.resolve(ROUTES);
    try (Stream<Path> files = Files.list(routes)) {
      if (files.noneMatch(file -> file.toString().endsWith(PATTERN))) {
        faults.add(new Origin(ROUTES, 0), "the folder holds no file *" + PATTERN);
      }
    } catch (IOException e) {
      faults.add(
          new Origin(ROUTES, 0),
          "there is no such folder in "
              + folder.toAbsolutePath()
              + "; start the program where its routes are");
    }
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  /** What may work for long beside the routes' clocks. */
  Executor threads() {
    return threads;
  }

  void bind(String name, Object bean) {
    main.bind(name, bean);
  }

  void whenStarted(Runnable action) {
    whenStarted = action;
  }

  /**
   * Makes the routes between an inverter and the broker; for one inverter after the other, since
   * Camel's list of routes may not grow in two threads at once. While Camel still starts it would
   * take them without ever starting them, so they wait until it is there.
   */
  void connect(Station station, Topology topology, Optional<MqttClients> clients, Topics topics) {
    whenThere(context -> new InverterRoutes(context, clients, topics).open(station, topology));
  }

  /** Makes routes, once Camel is there. */
  synchronized void whenThere(Consumer<CamelContext> routes) {
    if (started) {
      routes.accept(main.getCamelContext());
      hush(main.getCamelContext().getManagementStrategy());
    } else {
      waiting.add(routes);
    }
  }

  private synchronized void connectWaiting() {
    started = true;
    waiting.forEach(routes -> routes.accept(main.getCamelContext()));
    waiting.clear();
  }

  /** Does all that can be done before the beans are there: reads the routes, above all. */
  void prepare() {
    addPolls();
    main.init();
  }

  /** Runs, once prepared, until the process is told to end. */
  int run() throws Exception {
    main.run();
    return main.getExitCode();
  }

  /** Starts, once prepared, and returns; for tests. */
  void start() throws Exception {
    main.start();
    nowStarted(main.getCamelContext());
  }

  private void nowStarted(CamelContext context) {
    ports.open(context, settings.http().host(), settings.http().webPort());
    connectWaiting();
    hush(context.getManagementStrategy());
    whenStarted.run();
  }

  /**
   * Takes out what lists Camel's HTTP endpoints in the log: each step of each message asks all who
   * listen to events whether they want to hear of it, and Camel adds one more of them with each
   * route that is made later.
   */
  private static void hush(ManagementStrategy management) {
    management.getEventNotifiers().stream()
        .filter(listener -> listener.getClass().getName().startsWith(HTTP_SUMMARY))
        .toList()
        .forEach(management::removeEventNotifier);
  }

  /** One route an inverter from each template; where clients alone decide when to read, none. */
  private void addPolls() {
    main.configure()
        .addLambdaRouteBuilder(
            routes -> {
              for (int number = 1; number <= settings.count(); number++) {
                long later = STAGGER.toMillis() * (number - 1);
                if (settings.polling().byTimer()) {
                  Duration period = settings.polling().quick();
                  add(routes, "poll-inverter", number)
                      .parameter("period", Long.toString(period.toMillis()))
                      .parameter("delay", Long.toString(later % period.toMillis()));
                }
                add(routes, "stats-of-inverter", number)
                    .parameter("first", Long.toString(later % ROUND.toMillis()));
              }
            });
  }

  private static TemplatedRouteDefinition add(RouteBuilder routes, String template, int number) {
    return routes
        .templatedRoute(template)
        .routeId(template + "-" + number)
        .parameter("inverter", Integer.toString(number));
  }

  /** Opens the inverters' own ports once Camel's is open; Camel tells only whoever runs it. */
  private final class Ports extends MainListenerSupport {
    @Override
    public void afterStart(BaseMainSupport started) {
      nowStarted(started.getCamelContext());
    }

    @Override
    public void beforeStop(BaseMainSupport stopping) {
      ports.close();
    }
  }

  @Override
  public void close() {
    ports.close();
    main.stop();
    threads.close();
  }
}
