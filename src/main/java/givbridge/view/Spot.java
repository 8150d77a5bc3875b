package givbridge.view;

import givbridge.plant.Device;
import java.util.Optional;

/**
 * A place of one plant, with what stands there.
 *
 * @param place where it is
 * @param device the device whose value it shows; empty: the bridge
 * @param own whether its path holds keys that no other plant has
 */
record Spot(Place place, Optional<Device> device, boolean own) {
  TreeRow row() {
    return place.row();
  }
}
