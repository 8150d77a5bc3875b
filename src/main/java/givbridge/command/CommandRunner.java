package givbridge.command;

import givbridge.command.Outcome.Fault;
import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.registers.RegisterRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Does the commands of one inverter, one after the other in the order in which they came. Blocks
 * until the outcome is known; whoever cannot wait so long answers {@link
 * Outcome.NotConfirmed#stillRunning} and lets it go on.
 */
public final class CommandRunner {
  /** What was read within this time, and after the last write, is taken for the present value. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Planner planner;
  private final PlantLink link;
  private final PlantState state;
  private final BlockCheck check;
  private final Clock clock;
  private final ReentrantLock oneCommandAtATime = new ReentrantLock(true);
  private Instant lastWrite = Instant.MIN;

  public CommandRunner(
      Planner planner, PlantLink link, PlantState state, BlockCheck check, Clock clock) {
    this.planner = planner;
    this.link = link;
    this.state = state;
    this.check = check;
    this.clock = clock;
  }

  /**
   * Does a command, and puts what was read on the way into the plant's state.
   *
   * @param before what was kept of this inverter
   */
  public CommandReport run(CommandRequest request, Remembered before) {
    oneCommandAtATime.lock();
    try {
      Optional<Snapshot> snapshot = state.snapshot();
      if (snapshot.isEmpty()) {
        Outcome outcome = failed(Fault.OFFLINE, "the inverter was not read yet");
        return new CommandReport(request, outcome, List.of(), before);
      }
      return run(request, snapshot.get(), before);
    } finally {
      oneCommandAtATime.unlock();
    }
  }

  private CommandReport run(CommandRequest request, Snapshot snapshot, Remembered before) {
    Preparation preparation = planner.prepare(request, snapshot.topology());
    if (preparation instanceof Prepared prepared) {
      LiveRegisters live = new LiveRegisters(link, planner.plants(), check, snapshot);
      CommandReport report = freshly(prepared, live, before);
      state.accept(report.blocks());
      return report;
    }
    Outcome refused = refused((Refusal) preparation);
    return new CommandReport(request, refused, List.of(), before);
  }

  private CommandReport freshly(Prepared prepared, LiveRegisters live, Remembered before) {
    Outcome outcome;
    Remembered remembered = before;
    try {
      Instant since = freshSince();
      live.freshen(prepared.needed(), Instant.MIN);
      live.freshen(planner.deciding(prepared), since);
      remembered = planner.remember(before, live.snapshot());
      Planning planning = planner.plan(prepared, live.snapshot(), remembered);
      live.freshen(seeminglyDone(planning, live), since);
      outcome = execute(planning, live);
    } catch (LinkException e) {
      Fault fault = e.why() == LinkException.Cause.OFFLINE ? Fault.OFFLINE : Fault.INVERTER;
      outcome =
          failed(fault, "nothing was written, for it could not be read first: " + e.getMessage());
    }
    Remembered after = planner.remember(remembered, live.snapshot());
    return new CommandReport(prepared.request(), outcome, live.blocks(), after);
  }

  /**
   * The registers that held, when they were last read, what is to be written. Only of these an old
   * reading will not do, for they are left as they are; what differs is written in any case.
   */
  private static List<RegisterRow> seeminglyDone(Planning planning, LiveRegisters live) {
    return planning instanceof WritePlan plan && plan.request().command().care().skipEqual()
        ? plan.writes().stream().filter(live::holds).map(RegisterWrite::row).toList()
        : List.of();
  }

  private Outcome execute(Planning planning, LiveRegisters live) {
    if (planning instanceof WritePlan plan) {
      PlanExecutor executor = new PlanExecutor(live, clock);
      Outcome outcome = executor.execute(plan);
      lastWrite = executor.lastWrite().orElse(lastWrite);
      return outcome;
    }
    return refused((Refusal) planning);
  }

  private Instant freshSince() {
    Instant aged = clock.instant().minus(FRESH);
    return lastWrite.isAfter(aged) ? lastWrite : aged;
  }

  private Outcome refused(Refusal refusal) {
    return new Outcome.Refused(refusal, clock.instant());
  }

  private Outcome failed(Fault fault, String why) {
    return new Outcome.Failed(fault, why, List.of(), clock.instant());
  }
}
