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
 * @param served what it answers
 * @param constants what stands in registers at the start
 * @param roles registers with a meaning of their own
 * @param refusals writes that it answers with an error
 * @param steering what steers the physics
 * @param gauges what shows the physics
 * @param packGauges what a pack shows
 */
record Layout(
    List<Served> served,
    Map<RegisterRow, Value> constants,
    Map<Role, Purpose> roles,
    List<Refused> refusals,
    Steering steering,
    Gauges gauges,
    List<PackGauge> packGauges) {

  /** Who answers. */
  enum Device {
    INVERTER,
    PACK
  }

  /** Registers that are answered: a block must lie within. */
  record Served(Device device, Bank bank, int from, int to) {
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

  /** A register that shows a quantity. */
  record Gauge(Quantity quantity, RegisterRow row) {}

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
   * What shows.
   *
   * @param history Wh that the totals hold at the start
   */
  record Gauges(List<Gauge> gauges, List<Counter> counters, Map<Flow, Double> history) {}

  /**
   * A register of a pack.
   *
   * @param index which cell or group of cells, from 1; 0: the pack
   */
  record PackGauge(PackQuantity quantity, int index, RegisterRow row) {}

  boolean serves(Device device, Bank bank, int base, int count) {
    return served.stream().anyMatch(range -> range.holds(device, bank, base, count));
  }

  Purpose role(Role role) {
    Purpose purpose = roles.get(role);
    if (purpose == null) {
      throw new IllegalStateException("no register has the role " + role);
    }
    return purpose;
  }
}
