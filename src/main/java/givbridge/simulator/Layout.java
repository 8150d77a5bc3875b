package givbridge.simulator;

import givbridge.registers.Bank;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which register of one plant is what.
 *
 * @param served what it answers; of several rows that fit, the first counts
 * @param constants what stands in the registers of each device at the start
 * @param roles registers with a meaning of their own
 * @param refusals writes that it answers with an error
 * @param steering what steers the physics
 * @param gauges what shows the physics
 */
record Layout(
    List<Served> served,
    Map<Device, Map<RegisterRow, Value>> constants,
    Map<Role, Purpose> roles,
    List<Refused> refusals,
    Steering steering,
    Gauges gauges) {

  /** Who answers. */
  enum Device {
    /** The inverter, or the controller in its place. */
    INVERTER,
    /** A low-voltage pack. */
    PACK,
    /** The battery management over all stacks. */
    BMS,
    /** A stack of modules. */
    STACK,
    /** A module of a stack. */
    MODULE,
    METER,
    /** Nobody, with zeros. */
    HOLLOW,
    /** The battery of an inverter behind a controller, for which the controller answers. */
    BEHIND
  }

  /** How a block is answered. */
  enum Answer {
    /** With its registers. */
    WORDS,
    /** With an error. */
    REFUSAL,
    /** As the unit answers what it does not have. */
    NONE
  }

  /** Registers that are answered in one way: a block must lie within. */
  record Served(Device device, Bank bank, int from, int to, Answer answer) {
    boolean holds(Device asked, Bank other, int base, int count) {
      return device == asked && bank == other && base >= from && base + count - 1 <= to;
    }
  }

  /**
   * A register with a role.
   *
   * @param value the only written value that counts; empty: every one
   */
  record Purpose(RegisterRow row, Optional<Integer> value) {
    boolean meets(int register, int written) {
      return row.addresses().contains(register) && value.map(v -> v == written).orElse(true);
    }
  }

  /**
   * A register whose write may be refused.
   *
   * @param below smallest value taken; empty: none is
   */
  record Refused(RegisterRow row, Optional<Integer> below) {
    boolean meets(int register, int written) {
      return row.addresses().contains(register) && below.map(least -> written < least).orElse(true);
    }
  }

  /** What a slot is for. */
  enum SlotKind {
    CHARGE,
    DISCHARGE,
    EXPORT,
    PAUSE
  }

  /**
   * A slot of a schedule.
   *
   * @param target register of its own level; empty: none
   */
  record Slot(SlotKind kind, RegisterRow row, Optional<RegisterRow> target) {}

  /** What steers. */
  record Steering(Map<Control, RegisterRow> numbers, List<Slot> slots) {}

  /**
   * A register that shows a quantity of the plant.
   *
   * @param index which phase; 0: all
   */
  record Gauge(Device device, Quantity quantity, int index, RegisterRow row) {}

  /** Since when a counter counts. */
  enum Period {
    TODAY,
    TOTAL
  }

  /** A register that counts a flow. */
  record Counter(Flow flow, Period period, RegisterRow row) {
    double wattHours(Ledger ledger) {
      return period == Period.TODAY ? ledger.today(flow) : ledger.total(flow);
    }
  }

  /**
   * A register that shows a storage unit.
   *
   * @param index which cell or group of cells, from 1; 0: all
   * @param unit which unit, from 1; 0: that of the device itself
   */
  record UnitGauge(Device device, UnitQuantity quantity, int index, int unit, RegisterRow row) {}

  /**
   * A register of a meter.
   *
   * @param phase from 1; 0: all
   */
  record MeterGauge(MeterQuantity quantity, int phase, RegisterRow row) {}

  /**
   * What shows.
   *
   * @param history Wh that the totals hold at the start
   */
  record Gauges(
      List<Gauge> plant,
      List<Counter> counters,
      Map<Flow, Double> history,
      List<UnitGauge> units,
      List<MeterGauge> meters) {}

  Answer answer(Device device, Bank bank, int base, int count) {
    return served.stream()
        .filter(range -> range.holds(device, bank, base, count))
        .findFirst()
        .map(Served::answer)
        .orElse(Answer.NONE);
  }

  /** The register with that role, if the unit has one. */
  Optional<Purpose> role(Role role) {
    return Optional.ofNullable(roles.get(role));
  }

  /** Whether a written register is the one with that role, and the value one that counts. */
  boolean plays(Role role, int register, int written) {
    return role(role).filter(purpose -> purpose.meets(register, written)).isPresent();
  }
}
