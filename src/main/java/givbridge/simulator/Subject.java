package givbridge.simulator;

import givbridge.simulator.Layout.Device;

/** What answers at a device address. */
sealed interface Subject {

  /** The inverter, or the controller in its place. */
  record Main() implements Subject {}

  /** The battery management over all stacks. */
  record Management() implements Subject {}

  /** A pack or a stack. */
  record OfUnit(Unit unit) implements Subject {}

  /**
   * A module of a stack.
   *
   * @param place which module of its stack, from 0
   * @param address device address
   * @param offset by how much its registers lie higher than those of a module of the first stack
   * @param serial ten characters
   */
  record Module(Unit unit, int place, int address, int offset, String serial) implements Subject {}

  /**
   * A meter.
   *
   * @param phases how many of its phases are connected
   * @param number its serial, a number
   */
  record Meter(int address, MeterPlace place, int phases, int number) implements Subject {}

  /** Nobody, whose registers are read as zero all the same. */
  record Hollow() implements Subject {}

  /** What a meter measures; power towards the house, or made by the panels, is positive. */
  enum MeterPlace {
    GRID,
    SUN,
    HOUSE
  }

  default Device device() {
    if (this instanceof Main) {
      return Device.INVERTER;
    }
    if (this instanceof Management) {
      return Device.BMS;
    }
    if (this instanceof OfUnit of) {
      return of.unit().device();
    }
    if (this instanceof Module) {
      return Device.MODULE;
    }
    return this instanceof Meter ? Device.METER : Device.HOLLOW;
  }

  /** By how much its registers lie higher than the map says. */
  default int shift() {
    return this instanceof Module module ? module.offset() : 0;
  }
}
