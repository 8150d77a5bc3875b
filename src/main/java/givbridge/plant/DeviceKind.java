package givbridge.plant;

import givbridge.registers.Reading;
import givbridge.registers.Value;
import givbridge.tables.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of device behind a connection, from {@code tables/devices.csv}. Several rows may share a
 * name where their conditions exclude each other.
 *
 * @param name such as {@code battery}
 * @param addresses where one may be; of a told kind the numbers that it may have
 * @param registers its register map; empty: that of the inverter itself
 * @param condition for which inverters such devices are looked for
 * @param page the block that tells whether one is there; empty: it always is
 * @param presence rule over fields of that block
 * @param asked when its addresses are asked
 * @param again how long after its last answer an address is asked again that answered of nobody
 * @param extent whose part it is, and how many there may be
 * @param told how the inverter's own registers name its fields; empty: it has registers of its own
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
    List<Duration> again,
    Extent extent,
    Optional<String> told,
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

  /**
   * Whose part a device is, and how many such parts there may be.
   *
   * @param under the kind that it is a part of; empty: of the plant
   * @param count who says how many there are; empty: nobody does
   * @param least how many to look for where nobody says so, or says none
   * @param step by how much the registers of the second owner's parts are shifted; 0: not at all
   */
  public record Extent(Optional<String> under, Optional<Count> count, int least, int step) {
    /** As many as there are addresses. */
    public static final Extent ALL = new Extent(Optional.empty(), Optional.empty(), 0, 0);
  }

  /**
   * Where a number of devices stands.
   *
   * @param kind kind of the device that tells it
   * @param field name of its field
   */
  public record Count(String kind, String field) {}

  public DeviceKind {
    addresses = List.copyOf(addresses);
    again = List.copyOf(again);
  }

  /**
   * What fills the placeholder of a device that reads so; empty if its number does, or nothing can
   * be read.
   *
   * @param fields the device's fields by name
   */
  public Optional<String> keyOf(Function<String, Reading> fields) {
    if (keyField.isEmpty()) {
      return Optional.empty();
    }
    String field = keyField.get();
    boolean judged = presence.isPresent() && presence.get().fields().contains(field);
    for (String one : judged ? presence.get().fields() : List.of(field)) {
      if (fields.apply(one) instanceof Reading.Known read
          && (!judged || presence.get().holds(read))) {
        return Optional.of(
            read.value() instanceof Value.Text text ? text.text() : read.value().toString());
      }
    }
    return Optional.empty();
  }

  /**
   * The serial number of a device that reads so; empty if devices of this kind are not told by one.
   *
   * @param fields the device's fields by name
   */
  public Optional<String> serialOf(Function<String, Reading> fields) {
    return presence.stream()
        .filter(rule -> rule.rule() == Presence.Rule.VALID_SERIAL)
        .flatMap(rule -> rule.fields().stream().map(fields).filter(rule::holds))
        .flatMap(reading -> reading.known().stream())
        .flatMap(value -> value instanceof Value.Text text ? Stream.of(text.text()) : Stream.of())
        .findFirst();
  }

  /** Whether a device that reads so is there. */
  public boolean isPresent(Function<String, Reading> fields) {
    return presence
        .map(rule -> rule.fields().stream().anyMatch(f -> rule.holds(fields.apply(f))))
        .orElse(true);
  }

  /**
   * What the inverter calls a field of a told device, such as {@code aio2_soc} for {@code aio_soc}.
   *
   * @param number of the device
   */
  String inverterField(String field, int number) {
    String pattern = told.orElseThrow();
    String own = pattern.replace("_#", "").replace("#", "");
    int at = field.indexOf(own);
    return at < 0
        ? field
        : field.substring(0, at)
            + pattern.replace("#", Integer.toString(number))
            + field.substring(at + own.length());
  }

  /** Whether the inverter tells of it in registers of its own. */
  public boolean isTold() {
    return told.isPresent();
  }
}
