package givbridge.simulator;

import givbridge.registers.Value;

/**
 * Words for what a battery does.
 *
 * @param idle nothing
 * @param charging power flows into it
 * @param discharging power flows out of it
 */
record Doing(String idle, String charging, String discharging) {

  /** An inverter's words. */
  static final Doing INVERTER = new Doing("IDLE", "CHARGING", "DISCHARGING");

  /** A stack's words. */
  static final Doing STACK = new Doing("STANDBY", "CHARGING", "DISCHARGING");

  /** A gateway's words. */
  static final Doing GATEWAY = new Doing("STATIC", "CHARGE", "DISCHARGE");

  /** Less than this counts as standing still, in W. */
  private static final double IDLE = 10;

  /**
   * What it does.
   *
   * @param watts discharge positive
   */
  Value of(double watts) {
    if (Math.abs(watts) < IDLE) {
      return new Value.Text(idle);
    }
    return new Value.Text(watts > 0 ? discharging : charging);
  }
}
