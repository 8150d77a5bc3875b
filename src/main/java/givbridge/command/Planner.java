package givbridge.command;

import givbridge.command.Prepared.Step;
import givbridge.command.Refusal.Code;
import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns requests into writes, from the tables and what the inverter holds. Pure. */
public final class Planner {
  private final PlantTables plants;
  private final CommandTables commands;
  private final CommandSettings settings;
  private final Shown shown;

  /**
   * Plans commands of one inverter.
   *
   * @param shown what is published of it
   */
  public Planner(
      PlantTables plants, CommandTables commands, CommandSettings settings, Shown shown) {
    this.plants = plants;
    this.commands = commands;
    this.settings = settings;
    this.shown = shown;
  }

  PlantTables plants() {
    return plants;
  }

  /**
   * The writes for a request, or why there are none.
   *
   * @param snapshot what the inverter holds; what the plan depends on must have been read
   * @param remembered what was kept of this inverter
   */
  public Planning plan(CommandRequest request, Snapshot snapshot, Remembered remembered) {
    Preparation preparation = prepare(request, snapshot.topology());
    return preparation instanceof Prepared prepared
        ? plan(prepared, snapshot, remembered)
        : (Refusal) preparation;
  }

  /** Checks all that can be checked without knowing what the inverter holds. */
  public Preparation prepare(CommandRequest request, Topology topology) {
    RegisterMap registers = plants.registers(topology.inverter(), topology.identity());
    Subject subject = new Subject(topology.identity(), registers, shown);
    Optional<Refusal> refusal = Offer.refusal(request.command(), subject);
    Settlement settlement = new Settlement(subject);
    for (Parameter parameter : request.command().parameters()) {
      Argument given = request.arguments().get(parameter.name());
      if (refusal.isEmpty() && given != null) {
        refusal = settlement.take(parameter, given);
      }
    }
    return refusal.isPresent()
        ? refusal.get()
        : steps(request, settlement.settled(), topology, registers);
  }

  private Preparation steps(
      CommandRequest request, Settled settled, Topology topology, RegisterMap registers) {
    List<Step> steps = new ArrayList<>();
    Map<String, RegisterRow> operands = new TreeMap<>();
    for (WriteRow write : request.command().writes()) {
      if (!write.condition().holds(topology.identity().traits())
          || !write.when().holds(settled.arguments(), settings.options())) {
        continue;
      }
      String name = write.register().fill(settled.texts());
      Optional<RegisterRow> row = registers.row(name);
      if (row.isEmpty()) {
        return Offer.cannot("this inverter has no " + name);
      }
      steps.add(new Step(row.get(), write.value()));
      if (write.value() instanceof Expression.Call call) {
        call.operands().forEach(o -> registers.row(o).ifPresent(found -> operands.put(o, found)));
      }
    }
    if (steps.isEmpty() && request.command().kind() != CommandKind.TARIFF) {
      return Offer.cannot("this inverter has no register for it");
    }
    Optional<RegisterRow> clock = request.command().care().clock().flatMap(registers::row);
    return new Prepared(request, settled, steps, operands, clock);
  }

  /**
   * The registers whose present value counts, so that an older reading will not do: what the writes
   * are computed from, if it can be changed at all, and what is to be kept before it is
   * overwritten.
   */
  List<RegisterRow> readAnew(Prepared prepared) {
    Set<String> kept = commands.remembered();
    return prepared.needed().stream()
        .filter(
            row ->
                kept.contains(row.name())
                    || (prepared.operands().containsKey(row.name()) && row.writable().isPresent()))
        .toList();
  }

  /** The writes, from what the inverter holds. */
  public Planning plan(Prepared prepared, Snapshot snapshot, Remembered remembered) {
    Words words = snapshot.words(snapshot.topology().inverter().address());
    for (RegisterRow row : prepared.needed()) {
      if (words.word(row.bank(), row.address()) == Words.UNKNOWN) {
        return Offer.cannot(row.name() + " could not be read, so that nothing is written");
      }
    }
    Device inverter = snapshot.topology().inverter();
    Subject subject =
        new Subject(snapshot.identity(), plants.registers(inverter, snapshot.identity()), shown);
    Map<Integer, RegisterWrite> writes = new LinkedHashMap<>();
    for (Step step : prepared.steps()) {
      Computed computed = compute(step, prepared, new Inputs.Known(snapshot, remembered, subject));
      if (computed instanceof Computed.Missing missing) {
        return Offer.cannot(missing.what() + " is not known");
      }
      int word = ((Computed.Word) computed).word();
      if (!RegisterWrite.takes(step.row(), word)) {
        return new Refusal(Code.OUT_OF_RANGE, step.row().name() + " does not take " + word);
      }
      // Of two writes to one register the later counts, at its own place.
      writes.remove(step.row().address());
      writes.put(step.row().address(), RegisterWrite.of(step.row(), word));
    }
    return new WritePlan(
        prepared.request(), prepared.settled(), List.copyOf(writes.values()), prepared.clock());
  }

  private static Computed compute(Step step, Prepared prepared, Inputs.Known known) {
    if (step.value() instanceof Expression.Call call) {
      return call.conversion()
          .apply(
              new Inputs(
                  call.operands(),
                  prepared.settled().arguments(),
                  prepared.operands(),
                  step.row(),
                  known));
    }
    return Computed.of(((Expression.Constant) step.value()).number());
  }

  /**
   * What is to be kept of an inverter after it was read: of each register that a command may have
   * to restore, the value, if it lies below the largest that the register takes.
   */
  public Remembered remember(Remembered before, Snapshot snapshot) {
    Remembered after = before;
    for (String name : commands.remembered()) {
      Optional<Integer> value =
          snapshot
              .reading(name)
              .known()
              .flatMap(v -> v instanceof Value.Amount a ? Optional.of(a) : Optional.empty())
              .map(amount -> amount.number().intValue());
      if (value.isPresent()
          && !value.equals(after.value(name))
          && isBelowTheLargest(value.get(), name, snapshot)) {
        after = after.with(name, value.get());
      }
    }
    return after;
  }

  private boolean isBelowTheLargest(int value, String name, Snapshot snapshot) {
    return plants
        .registers(snapshot.topology().inverter(), snapshot.identity())
        .row(name)
        .flatMap(Limits::writable)
        .filter(takes -> value < takes.max())
        .isPresent();
  }
}
