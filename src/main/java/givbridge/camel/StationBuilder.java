package givbridge.camel;

import givbridge.camel.Readers.Reader;
import givbridge.command.BlockCheck;
import givbridge.command.CommandRunner;
import givbridge.command.CommandSettings;
import givbridge.command.Planner;
import givbridge.plant.Device;
import givbridge.plant.PlantState;
import givbridge.plant.Topology;
import givbridge.poll.BlockJudge;
import givbridge.settings.InverterSettings;
import givbridge.settings.Settings;
import givbridge.settings.TariffSettings;
import givbridge.tariff.Prices;
import java.time.Clock;

/** Puts together what one inverter is made of. */
final class StationBuilder {
  private final Knowledge knowledge;
  private final Settings settings;
  private final Readers readers;
  private final Clock clock;
  private final CommandSettings options;

  StationBuilder(
      Knowledge knowledge,
      Settings settings,
      Readers readers,
      Clock clock,
      CommandSettings options) {
    this.knowledge = knowledge;
    this.settings = settings;
    this.readers = readers;
    this.clock = clock;
    this.options = options;
  }

  /** An inverter that was not read yet. */
  Station build(InverterSettings inverter) {
    Reader reader = readers.of(inverter, knowledge.polling());
    PlantState state = reader.state();
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
    Planner planner = new Planner(knowledge.plants(), knowledge.commands(), options, views::number);
    CommandRunner runner = new CommandRunner(planner, reader.link(), state, check(state), clock);
    return new Station(
        inverter.number(),
        settings.mqtt().rootOf(inverter.number()),
        new Station.Parts(
            reader.lane(),
            state,
            reader.poller(),
            runner,
            planner,
            reader.log(),
            views,
            reader.kept(),
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
