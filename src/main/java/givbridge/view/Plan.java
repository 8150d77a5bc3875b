package givbridge.view;

import givbridge.plant.Device;
import java.util.List;

/**
 * What is to be worked out of a plant.
 *
 * @param devices what formulas mean by the numbers of devices
 * @param leaves in the order of their numbers
 */
record Plan(List<Device> devices, List<Planned> leaves) {
  Plan {
    devices = List.copyOf(devices);
    leaves = List.copyOf(leaves);
  }
}
