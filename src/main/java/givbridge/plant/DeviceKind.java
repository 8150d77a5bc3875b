package givbridge.plant;

import givbridge.tables.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A kind of device behind a connection, from {@code tables/devices.csv}.
 *
 * @param name such as {@code battery}
 * @param addresses where one may be
 * @param registers its register map; empty: that of the inverter's model
 * @param condition for which inverters such devices are looked for
 * @param page the block that tells whether one is there; empty: it always is
 * @param presence rule over a field of that block
 * @param asked when its addresses are asked
 * @param placeholder how published paths name it; empty: they do not
 * @param keyField the field whose text fills the placeholder; empty: the device's number does
 */
public record DeviceKind(
    String name,
    List<Integer> addresses,
    Optional<String> registers,
    Condition condition,
    Optional<BlockSpec> page,
    Optional<Presence> presence,
    Asked asked,
    Optional<String> placeholder,
    Optional<String> keyField) {
  /** The name of the kind that every connection has. */
  public static final String INVERTER = "inverter";

  /** When the addresses of a kind are asked. */
  public enum Asked {
    /** The first one before the first data are shown, the others right after. */
    FIRST,
    /** All of them right after the first data. */
    LATER
  }

  public DeviceKind {
    addresses = List.copyOf(addresses);
  }
}
