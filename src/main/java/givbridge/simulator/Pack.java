package givbridge.simulator;

/**
 * A battery pack as it was put in.
 *
 * @param address device address
 * @param serial ten characters
 * @param capacityAh capacity in Ah
 * @param firmware version of its management
 * @param cycles full cycles at the start
 * @param level how full at the start, 0..1
 */
record Pack(int address, String serial, double capacityAh, int firmware, int cycles, double level) {

  /** Volts of 16 cells of lithium iron phosphate, by which capacities are given. */
  static final double NOMINAL_VOLTS = 51.2;

  double capacityWh() {
    return capacityAh * NOMINAL_VOLTS;
  }
}
