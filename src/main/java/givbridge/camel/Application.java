package givbridge.camel;

import givbridge.command.Answers;
import givbridge.command.Catalogue;
import givbridge.command.CommandParser;
import givbridge.command.CommandSettings;
import givbridge.joint.JointPlant;
import givbridge.joint.Members;
import givbridge.mqtt.LastWord;
import givbridge.mqtt.MqttClients;
import givbridge.mqtt.MqttDoor;
import givbridge.mqtt.MqttPatience;
import givbridge.plant.Topology;
import givbridge.publish.MqttLeaves;
import givbridge.publish.MqttLeaves.Delivery;
import givbridge.settings.CommandOptions;
import givbridge.settings.InverterSettings;
import givbridge.settings.LoadedSettings;
import givbridge.settings.MqttSettings.Broker;
import givbridge.settings.Settings;
import givbridge.state.StateFile;
import givbridge.tables.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything put together: the one place where all rooms meet. */
final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /** How often sums are published where no timer reads. */
  private static final Duration UNTIMED = Duration.ofSeconds(30);

  private final Settings settings;
  private final Clock clock;
  private final Knowledge knowledge;
  private final StateFile state;
  private final Demo demo;
  private final Connections connections;
  private final Stations stations;
  private final Optional<MqttClients> mqtt;
  private final ExecutorService commands =
      Executors.newCachedThreadPool(work -> Background.thread("command", work));
  private final CamelRuntime camel;

  private Application(Settings settings, Clock clock, Beginning beginning, Knowledge knowledge) {
    this.settings = settings;
    this.clock = clock;
    this.knowledge = knowledge;
    this.state = beginning.state();
    this.connections = beginning.connections();
    this.camel = beginning.camel();
    this.demo = Demo.start(settings, clock);
    CommandSettings options = options(settings.commands());
    this.stations = stations(beginning.readers(), options);
    this.mqtt = mqttDoor().map(door -> new MqttClients(door, MqttPatience.usual()));
    bind(options, beginning.headStart());
    camel.whenStarted(this::started);
    connectPlant();
    beginning.finds().tell(this::found);
  }

  /**
   * Puts everything together, and starts what stands in for devices that are not there.
   *
   * @param folder holds the folder of routes
   * @param clock the present time; its zone does not matter
   * @param tables are being read
   * @throws givbridge.tables.FaultsException naming everything that is wrong
   */
  static Application assemble(
      LoadedSettings loaded, Path folder, Clock clock, PendingKnowledge tables) {
    Beginning beginning = Beginning.of(loaded, folder, clock, tables);
    try {
      Faults faults = new Faults();
      Knowledge knowledge = tables.take(faults);
      faults.throwIfAny();
      return new Application(loaded.settings(), clock, beginning, knowledge);
    } catch (RuntimeException e) {
      beginning.close();
      throw e;
    }
  }

  private Stations stations(Readers readers, CommandSettings options) {
    StationBuilder builder = new StationBuilder(knowledge, settings, readers, clock, options);
    List<InverterSettings> all = new ArrayList<>(settings.inverters());
    all.addAll(demo.inverters(all.size()));
    return new Stations(all.stream().map(builder::build).toList());
  }

  private Optional<MqttDoor> mqttDoor() {
    return settings.mqtt().broker() instanceof Broker.Remote remote
        ? Optional.of(MqttDoor.to(remote))
        : demo.broker().map(MqttDoor::to);
  }

  private static CommandSettings options(CommandOptions chosen) {
    return new CommandSettings(
        chosen.rateInPercent(), chosen.targetSetsEnable(), chosen.percentToSlot());
  }

  /** An inverter was found: it gets its tree and, once, its routes to the broker. */
  private void found(int number, Topology topology) {
    Station station = stations.number(number);
    String serial = topology.identity().serial();
    int owner = stations.claim(number, serial);
    if (owner != number) {
      station.exclude(
          "it has the serial number of inverter "
              + owner
              + "; two addresses lead to one inverter, remove one of them");
      return;
    }
    station.found(topology);
    camel.connect(station, topology, mqtt, knowledge.topics());
  }

  private void bind(CommandSettings options, HeadStart headStart) {
    Manners manners = new Manners(settings.http().strict(), knowledge.topics());
    Answers answers = new Answers(knowledge.commands());
    Duration freshness = settings.polling().byTimer() ? settings.polling().quick() : Duration.ZERO;
    Documents documents = new Documents(stations, freshness, clock);
    camel.bind("pollProcessor", new PollProcessor(stations, headStart, camel.threads()));
    camel.bind("readProcessor", new ReadProcessor(stations, commands));
    camel.bind("transformer", new Transformer(stations));
    camel.bind("explorer", new Explorer(stations, settings.polling().quick(), clock));
    camel.bind("documents", documents);
    Delivery delivery = new Delivery(settings.mqtt().qos(), settings.mqtt().retain());
    camel.bind("mqttMessages", new InverterMessages(stations, delivery));
    camel.bind("commandInput", new CommandInput(stations));
    camel.bind(
        "commandReader", new CommandReader(new CommandParser(knowledge.commands(), options)));
    camel.bind("registerWriter", new RegisterWriter(stations, commands, clock));
    camel.bind("tariffSwitch", new TariffSwitch(stations, settings.tariff().dynamic(), clock));
    camel.bind("commandRefuser", new CommandRefuser(clock));
    camel.bind(
        "commandOutput", new CommandOutput(answers, stations, manners, settings.process().zone()));
    camel.bind("problems", new Problems(manners));
    camel.bind("health", new Health(stations));
    camel.bind("plantView", plantView());
    camel.bind(
        "plantMessages",
        new PlantMessages(
            new MqttLeaves(settings.mqtt().root(), knowledge.topics().plant(), delivery)));
    camel.bind(
        "api",
        new Api(
            stations,
            documents,
            new Catalogue(knowledge.commands(), knowledge.plants()),
            new OpenApi(knowledge.commands()),
            clock));
  }

  private PlantView plantView() {
    return new PlantView(
        stations,
        new Members(knowledge.joint(), settings.polling().totalsInMwh()),
        new JointPlant(knowledge.joint(), settings.joint().meter()),
        clock);
  }

  /** A lone inverter needs no sums. */
  private void connectPlant() {
    if (stations.all().size() > 1) {
      String root = settings.mqtt().root();
      String status =
          root + "/" + knowledge.topics().plant() + "/" + knowledge.joint().statusPath();
      Duration period = settings.polling().byTimer() ? settings.polling().quick() : UNTIMED;
      mqtt.ifPresent(
          clients ->
              camel.whenThere(
                  context ->
                      new PlantRoutes(
                              context,
                              clients,
                              root,
                              new LastWord(status, knowledge.topics().offline()),
                              period)
                          .open()));
    }
  }

  private void started() {
    LOG.info(
        "GivBridge {} serves REST on port {} up, and everything on {}",
        Version.CURRENT,
        settings.http().restPort(),
        settings.http().webPort());
    demo.hints().forEach(LOG::info);
    LOG.info("try: curl http://localhost:{}/readData", settings.http().restPort());
  }

  /** Runs until the process is told to end. */
  int run() throws Exception {
    return camel.run();
  }

  /** Starts, and returns; for tests. */
  void start() throws Exception {
    camel.start();
  }

  /** Camel, once it is started; for tests. */
  CamelContext context() {
    return camel.context();
  }

  /** The inverters. */
  Stations inverters() {
    return stations;
  }

  /** What stands in for devices that are not there. */
  Demo demo() {
    return demo;
  }

  @Override
  public void close() {
    camel.close();
    mqtt.ifPresent(MqttClients::close);
    commands.shutdownNow();
    stations.close();
    connections.close();
    demo.close();
    state.close();
  }
}
