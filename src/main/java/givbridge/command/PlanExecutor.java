package givbridge.command;

import givbridge.command.Command.Care;
import givbridge.command.Outcome.Doubt;
import givbridge.command.Outcome.Fault;
import givbridge.link.LinkException;
import givbridge.link.LinkException.Cause;
import givbridge.registers.RegisterRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries out a plan: skips what holds, writes in order, stops at the first failure, proves. */
final class PlanExecutor {
  private final LiveRegisters live;
  private final Clock clock;
  private Optional<Instant> lastWrite = Optional.empty();

  PlanExecutor(LiveRegisters live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  /** When the last write was sent or answered; empty if there was none. */
  Optional<Instant> lastWrite() {
    return lastWrite;
  }

  /** Why a write was given up. */
  private record Stop(RegisterWrite write, Cause why, String message) {
    static Stop of(RegisterWrite write, LinkException e) {
      return new Stop(write, e.why(), String.valueOf(e.getMessage()));
    }
  }

  /** Carries out a plan; what seems to be done already must have been read just now. */
  Outcome execute(WritePlan plan) {
    Care care = plan.request().command().care();
    List<RegisterWrite> due =
        plan.writes().stream().filter(write -> !care.skipEqual() || !live.holds(write)).toList();
    if (due.isEmpty()) {
      return new Outcome.Unchanged(plan, results(plan), clock.instant());
    }
    Instant began = clock.instant();
    for (RegisterWrite write : due) {
      Optional<Stop> stop = write(write, care.tries());
      if (stop.isPresent()) {
        return stopped(plan, stop.get());
      }
    }
    return proved(plan, began);
  }

  /** Writes until the inverter says, or shows, that it holds the value. */
  private Optional<Stop> write(RegisterWrite write, int tries) {
    Stop last = new Stop(write, Cause.NO_ANSWER, "it was not tried");
    for (int i = 0; i < tries; i++) {
      try {
        int echo = written(write);
        if (echo == write.value()) {
          return Optional.empty();
        }
        last = new Stop(write, Cause.NO_ANSWER, "the inverter answered with " + echo);
      } catch (LinkException e) {
        last = Stop.of(write, e);
        if (e.why() != Cause.NO_ANSWER) {
          return Optional.of(last);
        }
      }
      if (reads(List.of(write.row())) && live.holds(write)) {
        return Optional.empty();
      }
    }
    return Optional.of(last);
  }

  private int written(RegisterWrite write) throws LinkException {
    try {
      return live.write(write);
    } finally {
      lastWrite = Optional.of(clock.instant());
    }
  }

  private boolean reads(List<RegisterRow> rows) {
    try {
      live.read(rows);
      return true;
    } catch (LinkException e) {
      return false;
    }
  }

  private Outcome stopped(WritePlan plan, Stop stop) {
    if (stop.why() != Cause.OFFLINE) {
      reads(rows(plan));
    }
    List<RegisterResult> results = results(plan);
    long hold = results.stream().filter(RegisterResult::holds).count();
    String why =
        "%s = %d was not written: %s; %d of %d registers hold what was asked"
            .formatted(
                stop.write().name(), stop.write().value(), stop.message(), hold, results.size());
    Instant now = clock.instant();
    if (stop.why() == Cause.OFFLINE) {
      return new Outcome.Failed(Fault.OFFLINE, why, results, now);
    }
    return live.held(stop.write().row()).isPresent()
        ? new Outcome.Failed(Fault.INVERTER, why, results, now)
        : new Outcome.NotConfirmed(Doubt.UNREAD, why, results, now);
  }

  private Outcome proved(WritePlan plan, Instant began) {
    try {
      live.read(rows(plan));
    } catch (LinkException e) {
      String why = "written, but it could not be read back: " + e.getMessage();
      return new Outcome.NotConfirmed(Doubt.UNREAD, why, results(plan), clock.instant());
    }
    Instant now = clock.instant();
    List<RegisterResult> results = results(plan);
    Optional<String> difference =
        plan.clock()
            .map(row -> ClockProof.difference(row, plan, live.snapshot(), began, now))
            .orElseGet(() -> difference(results));
    return difference
        .<Outcome>map(why -> new Outcome.NotConfirmed(Doubt.DIFFERENT, why, results, now))
        .orElseGet(() -> new Outcome.Done(plan, results, now));
  }

  private static Optional<String> difference(List<RegisterResult> results) {
    String different =
        results.stream()
            .filter(result -> !result.holds())
            .map(
                result ->
                    "%s holds %s, asked %d"
                        .formatted(
                            result.name(),
                            result.held().map(String::valueOf).orElse("an unknown value"),
                            result.asked()))
            .collect(Collectors.joining("; "));
    return Optional.of(different).filter(text -> !text.isEmpty());
  }

  private static List<RegisterRow> rows(WritePlan plan) {
    return plan.writes().stream().map(RegisterWrite::row).toList();
  }

  private List<RegisterResult> results(WritePlan plan) {
    return plan.writes().stream()
        .map(
            write ->
                new RegisterResult(
                    write.register(), write.name(), write.value(), live.held(write.row())))
        .toList();
  }
}
