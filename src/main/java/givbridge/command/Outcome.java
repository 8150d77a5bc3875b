package givbridge.command;

import java.time.Instant;
import java.util.List;

/** What became of a command. */
public sealed interface Outcome {
  /** When it was known. */
  Instant at();

  /** Each register of the plan, in order; empty where there is no plan. */
  List<RegisterResult> registers();

  /** What there is to say of it, in words; empty: nothing. */
  String why();

  /** Written, and every register read back as written. */
  record Done(WritePlan plan, List<RegisterResult> registers, Instant at) implements Outcome {
    public Done {
      registers = List.copyOf(registers);
    }

    @Override
    public String why() {
      return String.join("; ", plan.settled().notes());
    }
  }

  /** The inverter held all of it already; nothing was written. */
  record Unchanged(WritePlan plan, List<RegisterResult> registers, Instant at) implements Outcome {
    public Unchanged {
      registers = List.copyOf(registers);
    }

    @Override
    public String why() {
      return String.join("; ", plan.settled().notes());
    }
  }

  /** Nothing was written, for a reason. */
  record Refused(Refusal refusal, Instant at) implements Outcome {
    @Override
    public List<RegisterResult> registers() {
      return List.of();
    }

    @Override
    public String why() {
      return refusal.why();
    }
  }

  /** Written, but not proved. */
  record NotConfirmed(Doubt doubt, String why, List<RegisterResult> registers, Instant at)
      implements Outcome {
    public NotConfirmed {
      registers = List.copyOf(registers);
    }

    /** For whoever does not wait any longer; the work goes on to its end. */
    public static NotConfirmed stillRunning(Instant at) {
      return new NotConfirmed(
          Doubt.STILL_RUNNING, "no confirmation yet, outcome unknown", List.of(), at);
    }
  }

  /** It is known that it was not done, or not wholly. */
  record Failed(Fault fault, String why, List<RegisterResult> registers, Instant at)
      implements Outcome {
    public Failed {
      registers = List.copyOf(registers);
    }
  }

  /** Why it is not proved. */
  enum Doubt {
    /** A register reads back as something else. */
    DIFFERENT,
    /** The registers could not be read back. */
    UNREAD,
    /** It is not finished. */
    STILL_RUNNING
  }

  /** Why it failed. */
  enum Fault {
    /** There is no connection to the inverter. */
    OFFLINE,
    /** The inverter does not answer, or does not do it. */
    INVERTER
  }
}
