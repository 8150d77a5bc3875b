package givbridge.poll;

import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Seat;
import java.util.Optional;

/**
 * Something that nobody knows of a plant yet.
 *
 * @param what what is looked for
 * @param kind the kind of device
 * @param seat where the device is, or may be
 * @param key the block that would answer
 * @param parent what the device is, or would be, a part of
 */
record Target(What what, DeviceKind kind, Seat seat, BlockKey key, Optional<Device> parent) {
  /** What is looked for. */
  enum What {
    /** A device that may be at a place. */
    DEVICE,
    /** A block that a known device may have. */
    OPTIONAL_BLOCK,
    /** A block that a known device has, and that was not read yet. */
    UNREAD_BLOCK
  }

  /** A place where a device may be. */
  static Target device(DeviceKind kind, Seat seat, Optional<Device> parent) {
    return new Target(What.DEVICE, kind, seat, seat.block(kind.page().orElseThrow()), parent);
  }

  /** A block of a known device. */
  static Target block(What what, Device device, BlockKey key) {
    return new Target(what, device.kind(), device.seat(), key, device.parent());
  }

  /** Whether the other one asks the same of the same place. */
  boolean isSameAs(Target other) {
    return what == other.what && key.equals(other.key) && seat.equals(other.seat);
  }
}
