package givbridge.simulator;

/** Registers which the simulator must know one by one. */
enum Role {
  /** The inverter's serial, which stands in every answer. */
  IDENTITY,
  /** The inverter's clock. */
  CLOCK,
  /** The stage of a calibration. */
  CALIBRATION,
  /** Restarts the inverter. */
  RESTART,
  /** Level of the battery in percent. */
  SOC
}
