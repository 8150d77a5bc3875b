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
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.Value;
import givbridge.registers.Words;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    Words words = block.words();
    Optional<String> serial = text(map, words, "serial_number").filter(Presence::isSerial);
    Optional<String> code = text(map, words, "device_type_code");
    Optional<Integer> arm = number(map, words, "arm_firmware_version");
    Optional<Integer> rated =
        number(map, words, "inverter_max_power_new").filter(watts -> watts > 0);
    return serial.flatMap(
        s -> code.flatMap(c -> arm.map(a -> tables.models().identify(s, c, a, rated))));
  }

  /** The inverter as a device of the topology. */
  static Device inverter(PlantTables tables, Identity identity, int address) {
    DeviceKind kind = tables.kind(DeviceKind.INVERTER).orElseThrow();
    return new Device(kind, address, 1, identity.serial(), ModelTables.traitsAt(identity, address));
  }

  /** The device that the page of a place speaks of, if one is there; the first of its kind. */
  static Optional<Device> device(PlantTables tables, Identity identity, Target place, Block block) {
    DeviceKind kind = place.kind();
    Set<String> traits = ModelTables.traitsAt(identity, place.seat().address());
    RegisterMap map = tables.registers(kind, place.seat().number(), traits);
    Words page = words(block, place.seat().offset());
    Function<String, Reading> fields = field -> map.read(field, page);
    if (!kind.isPresent(fields)) {
      return Optional.empty();
    }
    String key = kind.keyOf(fields).orElse(Integer.toString(place.seat().number()));
    return Optional.of(new Device(kind, place.seat(), 1, key, traits, place.parent()));
  }

  private static Words words(Block block, int offset) {
    return (bank, register) ->
        block.key().spec().contains(bank, register + offset)
            ? block.word(bank, register + offset)
            : Words.UNKNOWN;
  }

  private static Optional<String> text(RegisterMap map, Words words, String field) {
    return map.read(field, words)
        .known()
        .map(value -> value instanceof Value.Text text ? text.text() : value.toString());
  }

  private static Optional<Integer> number(RegisterMap map, Words words, String field) {
    return map.read(field, words)
        .known()
        .map(value -> value instanceof Value.Amount amount ? amount.number().intValue() : 0);
  }
}
