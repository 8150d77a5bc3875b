package givbridge.command;

import givbridge.command.Refusal.Code;
import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
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
  /** What was read within this time, and before no write, need not be read again. */
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
        Outcome outcome = refused(new Refusal(Code.UNREACHABLE, "the inverter was not read yet"));
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
      live.freshen(prepared.needed(), isCurrent(live.snapshot()) ? Instant.MIN : freshSince());
      live.freshen(planner.readAnew(prepared), freshSince());
      remembered = planner.remember(before, live.snapshot());
      seeWhatLooksDone(planner.plan(prepared, live.snapshot(), remembered), live);
      outcome = execute(planner.plan(prepared, live.snapshot(), remembered), live);
    } catch (LinkException e) {
      Code code = e.why() == LinkException.Cause.REFUSED ? Code.CANNOT : Code.UNREACHABLE;
      String why = "nothing was written, for it could not be read first: " + e.getMessage();
      outcome = refused(new Refusal(code, why));
    }
    Remembered after = planner.remember(remembered, live.snapshot());
    return new CommandReport(prepared.request(), outcome, live.blocks(), after);
  }

  /**
   * A register is left out only if a fresh reading shows that it holds the value; one that was last
   * seen to hold another is written without asking first.
   */
  private void seeWhatLooksDone(Planning planning, LiveRegisters live) throws LinkException {
    if (planning instanceof WritePlan plan && plan.request().command().care().skipEqual()) {
      live.freshen(
          plan.writes().stream().filter(live::holds).map(RegisterWrite::row).toList(),
          freshSince());
    }
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

  /** Whether the inverter is being read at all; else it is asked first whether it is there. */
  private boolean isCurrent(Snapshot snapshot) {
    Instant aged = clock.instant().minus(FRESH);
    return snapshot.newest().filter(newest -> newest.isAfter(aged)).isPresent();
  }

  private Instant freshSince() {
    Instant aged = clock.instant().minus(FRESH);
    return lastWrite.isAfter(aged) ? lastWrite : aged;
  }

  private Outcome refused(Refusal refusal) {
    return new Outcome.Refused(refusal, clock.instant());
  }
}
