package givbridge.camel;

import givbridge.command.BlockCheck;
import givbridge.command.CommandRunner;
import givbridge.command.CommandSettings;
import givbridge.command.Planner;
import givbridge.link.LanePlantLink;
import givbridge.link.PlantLink;
import givbridge.modbus.Lane;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.PlantState;
import givbridge.plant.Topology;
import givbridge.poll.BlockJudge;
import givbridge.poll.InverterPoller;
import givbridge.poll.PollSettings;
import givbridge.poll.PollSurroundings;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import givbridge.settings.TariffSettings;
import givbridge.tariff.Prices;
import java.time.Clock;
import java.util.function.BiConsumer;

/** Puts together what one inverter is made of. */
final class StationBuilder {
  private final Knowledge knowledge;
  private final Settings settings;
  private final Connections connections;
  private final Clock clock;
  private final CommandSettings options;

  StationBuilder(
      Knowledge knowledge,
      Settings settings,
      Connections connections,
      Clock clock,
      CommandSettings options) {
    this.knowledge = knowledge;
    this.settings = settings;
    this.connections = connections;
    this.clock = clock;
    this.options = options;
  }

  /**
   * An inverter that was not read yet.
   *
   * @param kept what of it survives a restart
   * @param whenFound hears what was found behind its connection
   */
  Station build(InverterSettings inverter, Kept kept, BiConsumer<Integer, Topology> whenFound) {
    String name = "inverter " + inverter.number();
    Lane lane = connections.to(inverter);
    int address = knowledge.plants().kind(DeviceKind.INVERTER).orElseThrow().addresses().get(0);
    PlantLink link = new LanePlantLink(lane, address, clock);
    PlantState state = new PlantState();
    StationLog log =
        new StationLog(name, topology -> whenFound.accept(inverter.number(), topology));
    Views views =
        new Views(
            new Views.Shared(
                knowledge.tree(),
                knowledge.plants(),
                settings.polling(),
                settings.process().zone(),
                clock,
                prices(settings.tariff())),
            inverter.batteryOnly());
    InverterPoller poller =
        new InverterPoller(
            knowledge.polling(),
            new PollSettings(settings.polling().quick(), settings.polling().full()),
            new PollSurroundings(
                link, state, clock, log, kept.plants().apply(inverter.address().toString())));
    Planner planner = new Planner(knowledge.plants(), knowledge.commands(), options, views::number);
    CommandRunner runner = new CommandRunner(planner, link, state, check(state), clock);
    return new Station(
        inverter.number(),
        settings.mqtt().rootOf(inverter.number()),
        new Station.Parts(
            lane,
            state,
            poller,
            runner,
            planner,
            log,
            views,
            kept,
            new Pause(settings.dongle().pause(), clock)));
  }

  private static Prices prices(TariffSettings chosen) {
    return new Prices(
        chosen.day(),
        chosen.night(),
        chosen.export(),
        chosen.dayStart(),
        chosen.nightStart(),
        chosen.dynamic());
  }

  /** Blocks that confirm a command are judged like those of a poll. */
  private BlockCheck check(PlantState state) {
    BlockJudge judge = new BlockJudge(knowledge.guards());
    return (fresh, before, doubted) ->
        state
            .snapshot()
            .map(snapshot -> inverter(snapshot.topology()))
            .flatMap(device -> judge.fault(device, fresh, before, doubted));
  }

  private static Device inverter(Topology topology) {
    return topology.inverter();
  }
}
