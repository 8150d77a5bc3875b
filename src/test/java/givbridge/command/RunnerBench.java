package givbridge.command;

import givbridge.plant.BlockSpec;
import givbridge.plant.PlantState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A runner, its inverter and what is known of it. */
abstract class RunnerBench {
  static final BlockCheck BELIEVE_ALL = (fresh, before, doubted) -> Optional.empty();
  static final String SLOT = "{\"start\":\"05:30\",\"finish\":\"07:00\"}";

  final FakeInverter inverter = new FakeInverter(Plant.usual());
  final PlantState state = new PlantState();
  Remembered remembered = Remembered.NOTHING;

  CommandReport run(CommandRunner runner, String name, String payload) {
    return runner.run(request(name, payload), remembered);
  }

  static CommandRequest request(String name, String payload) {
    Parsed parsed = new CommandParser(Plant.COMMANDS, CommandSettings.GIVTCP).parse(name, payload);
    return (CommandRequest) parsed;
  }

  CommandRunner fresh(Plant plant, int... changed) {
    state.clear();
    state.accept(plant.snapshot(inverter.instant(), spec -> true, Plant.holding(changed)));
    return new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);
  }

  CommandRunner runner(Plant plant, BlockCheck check) {
    state.accept(plant.snapshot());
    return new CommandRunner(planner(), inverter, state, check, inverter);
  }

  CommandRunner runner(Plant plant, Predicate<BlockSpec> read) {
    state.accept(plant.snapshot(inverter.instant(), read, Map.copyOf(Plant.usual())));
    return new CommandRunner(planner(), inverter, state, BELIEVE_ALL, inverter);
  }

  Planner planner() {
    Shown shown = path -> state.snapshot().flatMap(now -> Plant.shown(now).number(path));
    return new Planner(Plant.PLANTS, Plant.COMMANDS, CommandSettings.GIVTCP, shown);
  }
}
