package givbridge.simulator;

/**
 * Something that stores energy, as it was put in: a low-voltage pack, a stack of modules, or the
 * battery of an inverter behind a controller.
 *
 * @param number which of the plant's units it is, from 1
 * @param device what answers for it
 * @param address device address; 0: nothing answers for it
 * @param serial ten characters
 * @param capacityAh capacity in Ah
 * @param volts nominal voltage, by which capacities are given
 * @param modules how many it is made of
 * @param firmware version of its management
 * @param cycles full cycles at the start
 * @param level how full at the start, 0..1
 */
record Unit(
    int number,
    Layout.Device device,
    int address,
    String serial,
    double capacityAh,
    double volts,
    int modules,
    int firmware,
    int cycles,
    double level) {

  /** Volts of one cell of lithium iron phosphate. */
  private static final double CELL_VOLTS = 3.2;

  double capacityWh() {
    return capacityAh * volts;
  }

  /** All cells, which are in series. */
  int cells() {
    return (int) Math.round(volts / CELL_VOLTS);
  }

  /** Cells of one module. */
  int cellsPerModule() {
    return cells() / modules;
  }
}
