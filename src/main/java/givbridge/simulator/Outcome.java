package givbridge.simulator;

import givbridge.modbus.Frame;

/** What became of a request. */
sealed interface Outcome {

  /** A reply or a refusal goes back. */
  record Answered(Frame frame) implements Outcome {}

  /** Nothing goes back. */
  record Silent() implements Outcome {}

  /** The reply goes back, then the inverter restarts and its connections end. */
  record Restarting(Frame frame) implements Outcome {}
}
