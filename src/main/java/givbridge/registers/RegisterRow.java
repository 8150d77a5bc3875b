package givbridge.registers;

import givbridge.tables.Condition;
import givbridge.tables.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One named register, or group of registers, of a map.
 *
 * @param name name of the field, such as {@code battery_soc_reserve}; unique for one model
 * @param bank where it lies
 * @param addresses every word in decoding order
 * @param type how the words make a value
 * @param bits first and last bit for {@link RegisterType#BITS}
 * @param scale factor for the raw number
 * @param unit unit after scaling; empty: none
 * @param bounds what the quantity can be, after scaling; outside it the value is unknown
 * @param codes names of an enumeration or of bits
 * @param writable what may be written, in the same unit; empty: never written
 * @param condition for which devices the row holds
 * @param raw how GivTCP's raw section shows it; empty: not at all
 * @param origin where the row stands
 */
public record RegisterRow(
    String name,
    Bank bank,
    List<Integer> addresses,
    RegisterType type,
    Range bits,
    BigDecimal scale,
    String unit,
    Bounds bounds,
    Codes codes,
    Optional<Bounds> writable,
    Condition condition,
    Optional<RawKey> raw,
    Origin origin) {
  public RegisterRow {
    addresses = List.copyOf(addresses);
  }

  /** Two bit numbers. */
  public record Range(int from, int to) {}

  /**
   * Limits after scaling, both inclusive.
   *
   * @param min empty: no lower limit
   * @param max empty: no upper limit
   */
  public record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    /** No limit. */
    public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    /** Whether the number lies within. */
    public boolean contains(BigDecimal number) {
      return (min.isEmpty() || number.compareTo(min.get()) >= 0)
          && (max.isEmpty() || number.compareTo(max.get()) <= 0);
    }
  }

  /**
   * How the raw section names and shows a register.
   *
   * @param key GivTCP's name of the register
   * @param form how it is shown
   */
  public record RawKey(String key, RawForm form) {}

  /** How the raw section shows a value: first over REST, then over MQTT. */
  public enum RawForm {
    /** The number or text itself. */
    PLAIN,
    /** A number, cut to two decimals as text. */
    TWO_DECIMALS,
    /** {@code Enable} or {@code Disable}; 1 or 0. */
    ENABLE,
    /** {@code True} or {@code False} both ways. */
    BOOL,
    /** The name with a capital first letter; the number. */
    NAME,
    /** Start and end; not over MQTT. */
    SLOT,
    /** The number of a time HHMM. */
    CLOCK_NUMBER,
    /** Date and time. */
    MOMENT,
    /** A list; not over MQTT. */
    LIST
  }

  /** The same under another name, with no place in the raw section. */
  RegisterRow named(String other) {
    return new RegisterRow(
        other,
        bank,
        addresses,
        type,
        bits,
        scale,
        unit,
        bounds,
        codes,
        writable,
        condition,
        Optional.empty(),
        origin);
  }

  /** The first word's address. */
  public int address() {
    return addresses.get(0);
  }
}
