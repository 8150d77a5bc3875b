package givbridge.simulator;

import givbridge.simulator.Subject.Hollow;
import givbridge.simulator.Subject.Main;
import givbridge.simulator.Subject.Management;
import givbridge.simulator.Subject.Meter;
import givbridge.simulator.Subject.Module;
import givbridge.simulator.Subject.OfUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who answers where.
 *
 * @param facades addresses beside the usual one at which the inverter answers
 * @param management addresses of the battery management
 * @param units packs and stacks
 * @param modules modules of the stacks; those of several stacks may share addresses
 * @param meters meters
 * @param hollow addresses at which nobody answers, but with zeros
 */
record Switchboard(
    Set<Integer> facades,
    Set<Integer> management,
    List<Unit> units,
    List<Module> modules,
    List<Meter> meters,
    Set<Integer> hollow) {

  /** Device address at which every inverter answers, and the only one that takes writes. */
  static final int INVERTER = 0x11;

  /** Registers from one module to the module of the next stack at the same address. */
  private static final int PAGE = 120;

  private static final int FIRST_OF_PAGE = 60;

  Switchboard {
    facades = Set.copyOf(facades);
    management = Set.copyOf(management);
    units = List.copyOf(units);
    modules = List.copyOf(modules);
    meters = List.copyOf(meters);
    hollow = Set.copyOf(hollow);
  }

  /**
   * Who answers.
   *
   * @param base first register that is asked for
   */
  Optional<Subject> at(int address, int base) {
    if (isInverter(address)) {
      return Optional.of(new Main());
    }
    if (management.contains(address)) {
      return Optional.of(new Management());
    }
    for (Unit unit : units) {
      if (unit.address() == address) {
        return Optional.of(new OfUnit(unit));
      }
    }
    for (Meter meter : meters) {
      if (meter.address() == address) {
        return Optional.of(meter);
      }
    }
    for (Module module : modules) {
      int own = base - module.offset();
      if (module.address() == address && own >= FIRST_OF_PAGE && own < FIRST_OF_PAGE + PAGE) {
        return Optional.of(module);
      }
    }
    return hollow.contains(address) ? Optional.of(new Hollow()) : Optional.empty();
  }

  boolean isInverter(int address) {
    return address == INVERTER || facades.contains(address);
  }
}
