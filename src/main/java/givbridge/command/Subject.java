package givbridge.command;

import givbridge.plant.Identity;
import givbridge.registers.RegisterMap;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The inverter that a command is held against.
 *
 * @param identity which it is
 * @param registers those that it has
 * @param shown what is published of it
 */
record Subject(Identity identity, RegisterMap registers, Shown shown) {
  /** The number of a leaf, whose path may leave the serial number open. */
  Optional<BigDecimal> number(String path) {
    return shown.number(new Template(path).fill(Map.of(Leaves.SERIAL, identity.serial())));
  }
}
