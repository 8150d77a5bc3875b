package givbridge.simulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Energy in Wh by the way that it took.
 *
 * @param flows one number for every {@link Flow}
 * @param charged what went into each storage unit
 * @param discharged what came out of each storage unit
 */
record Energies(Map<Flow, Double> flows, List<Double> charged, List<Double> discharged) {

  private static final double SECONDS_PER_HOUR = 3600;

  Energies {
    flows = Collections.unmodifiableMap(new EnumMap<>(flows));
    charged = List.copyOf(charged);
    discharged = List.copyOf(discharged);
  }

  /** Nothing flowed yet. */
  static Energies none(int units) {
    List<Double> idle = Collections.nCopies(units, 0.0);
    return new Energies(every(Map.of()), idle, idle);
  }

  /**
   * What had flowed before, of which each unit had its share.
   *
   * @param before Wh; missing: 0
   * @param capacities of the units, by which they share
   */
  static Energies of(Map<Flow, Double> before, List<Double> capacities) {
    double all = capacities.stream().mapToDouble(Double::doubleValue).sum();
    return new Energies(
        every(before),
        capacities.stream().map(c -> before.getOrDefault(Flow.CHARGE, 0.0) * c / all).toList(),
        capacities.stream().map(c -> before.getOrDefault(Flow.DISCHARGE, 0.0) * c / all).toList());
  }

  private static Map<Flow, Double> every(Map<Flow, Double> known) {
    Map<Flow, Double> all = new EnumMap<>(Flow.class);
    for (Flow flow : Flow.values()) {
      all.put(flow, known.getOrDefault(flow, 0.0));
    }
    return all;
  }

  double of(Flow flow) {
    return flows.getOrDefault(flow, 0.0);
  }

  /** The same after these powers have flowed for some time. */
  Energies plus(Powers powers, double seconds) {
    double hours = seconds / SECONDS_PER_HOUR;
    Map<Flow, Double> flowed = new EnumMap<>(Flow.class);
    for (Flow flow : Flow.values()) {
      flowed.put(flow, of(flow) + flow.watts(powers) * hours);
    }
    Double[] in = new Double[charged.size()];
    Double[] out = new Double[charged.size()];
    for (int unit = 0; unit < in.length; unit++) {
      double energy = powers.units().get(unit) * hours;
      in[unit] = charged.get(unit) + Math.max(0, -energy);
      out[unit] = discharged.get(unit) + Math.max(0, energy);
    }
    return new Energies(flowed, List.of(in), List.of(out));
  }
}
