package givbridge.command;

/** What a command is about, so that a router can send it its way. */
public enum CommandKind {
  /** Turns something on or off. */
  SWITCH,
  /** Sets a state of charge. */
  LIMIT,
  /** Sets a power. */
  RATE,
  /** Sets a time of a slot. */
  SLOT,
  /** Sets how the battery is used. */
  MODE,
  /** Sets the inverter's clock. */
  CLOCK,
  /** Switches the rate of the tariff; the inverter has no part in it. */
  TARIFF
}
