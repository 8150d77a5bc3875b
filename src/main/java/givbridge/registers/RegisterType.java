package givbridge.registers;

/**
 * How the words of a row make a value; words are big-endian and unsigned, the first is the high
 * one.
 */
public enum RegisterType {
  UINT16(1),
  INT16(1),
  UINT32(2),
  INT32(2),
  /** High byte of a word. */
  DUINT8_HIGH(1),
  /** Low byte of a word. */
  DUINT8_LOW(1),
  /** Bits of a word, bit 0 is the least significant; the row says which. */
  BITS(1),
  BOOL(1),
  BOOL_HIGH(1),
  BOOL_LOW(1),
  ENUM(1),
  /** An enumeration whose names are numbers. */
  ENUM_NUMBER(1),
  /** Names of the set bits over one or two words. */
  BITFIELD(0),
  HEX(0),
  /** Two Latin-1 characters a word, NUL removed, upper case. */
  STRING(0),
  /** As STRING; names a device, so it is masked in logs. */
  SERIAL(0),
  /** One character a word. */
  ASCII16(0),
  /** Four letters, then four bytes as decimal numbers. */
  VERSION(4),
  /** Text {@code D0.x-A0.y} of two words. */
  FIRMWARE(2),
  /** HHMM as a decimal number; 60 marks an unset slot. */
  TIME(1),
  TIMESLOT(2),
  /** Hour, minute, second. */
  HMS(3),
  /** Year minus 2000, month, day, hour, minute, second. */
  DATETIME(6),
  /** Full year, month, day, hour, minute, second. */
  DATETIME_FULL(6),
  /** Power factor, raw / 10000 - 1. */
  PF(1);

  private final int words;

  RegisterType(int words) {
    this.words = words;
  }

  /** Whether the value is a name, so that a row of this type must have an enumeration. */
  boolean needsCodes() {
    return this == ENUM || this == ENUM_NUMBER || this == BITFIELD;
  }

  /** How many words a value takes; 0: as many as the row says. */
  int words() {
    return words;
  }
}
