package givbridge.poll;

import givbridge.plant.Block;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.plant.Presence;
import givbridge.registers.Bank;
import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.util.Optional;

/** Tells from blocks who answers: pure. */
final class Identification {
  /** The block in which every family of inverter says who it is. */
  static final BlockSpec IDENTITY_BLOCK = new BlockSpec(Bank.HR, 0, 60);

  private Identification() {}

  /** Who the identity block speaks of; empty if it holds no valid serial number. */
  static Optional<Identity> identity(PlantTables tables, Block block) {
    RegisterMap map =
        tables.registers(
            tables.kind(DeviceKind.INVERTER).orElseThrow(), 1, tables.models().fallback().traits());
    Optional<String> serial = text(map, block, "serial_number").filter(Presence::isSerial);
    Optional<String> code = text(map, block, "device_type_code");
    Optional<Integer> arm = number(map, block, "arm_firmware_version");
    Optional<Integer> rated =
        number(map, block, "inverter_max_power_new").filter(watts -> watts > 0);
    return serial.flatMap(
        s -> code.flatMap(c -> arm.map(a -> tables.models().identify(s, c, a, rated))));
  }

  /** The inverter as a device of the topology. */
  static Device inverter(PlantTables tables, Identity identity, int address) {
    DeviceKind kind = tables.kind(DeviceKind.INVERTER).orElseThrow();
    return new Device(kind, address, 1, identity.serial(), ModelTables.traitsAt(identity, address));
  }

  /**
   * The device that a page speaks of, if one is there.
   *
   * @param index its number among those found, from 1
   */
  static Optional<Device> device(
      PlantTables tables, Identity identity, DeviceKind kind, Block page, int index) {
    int address = page.key().address();
    Device device =
        new Device(
            kind, address, index, Integer.toString(index), ModelTables.traitsAt(identity, address));
    RegisterMap map = tables.registers(device, identity);
    boolean present =
        kind.presence()
            .map(rule -> rule.fields().stream().anyMatch(f -> rule.holds(read(map, page, f))))
            .orElse(true);
    if (!present) {
      return Optional.empty();
    }
    String key =
        kind.keyField()
            .flatMap(field -> text(map, page, field))
            .orElse(Integer.toString(address - kind.addresses().get(0) + 1));
    return Optional.of(new Device(kind, address, index, key, device.traits()));
  }

  private static Reading read(RegisterMap map, Block block, String field) {
    Words words =
        (bank, address) ->
            block.key().spec().contains(bank, address) ? block.word(bank, address) : Words.UNKNOWN;
    return map.row(field)
        .map(row -> Decoder.decode(row, words, block.at()))
        .orElse(Reading.unknown(Reading.Why.NEVER_READ));
  }

  private static Optional<String> text(RegisterMap map, Block block, String field) {
    return read(map, block, field)
        .known()
        .map(value -> value instanceof Value.Text text ? text.text() : value.toString());
  }

  private static Optional<Integer> number(RegisterMap map, Block block, String field) {
    return read(map, block, field)
        .known()
        .map(value -> value instanceof Value.Amount amount ? amount.number().intValue() : 0);
  }
}
