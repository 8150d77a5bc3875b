package givbridge.settings;

import java.util.Optional;

/**
 * How inverters add up to a plant.
 *
 * @param meter number of the inverter whose meter alone tells what the mains give and take; empty:
 *     each has a meter of its own, and they add up
 */
public record JointSettings(Optional<Integer> meter) {}
