package givbridge.view;

import givbridge.registers.Codes;
import givbridge.registers.RegisterRow;

/** What sort of value a formula gives, so that the tables can be checked before anything runs. */
enum ValueKind {
  NUMBER,
  TEXT,
  FLAG,
  CODE,
  TIME,
  SLOT,
  MOMENT,
  LIST;

  /** Whether functions can calculate with it. */
  boolean isNumeric() {
    return this == NUMBER || this == FLAG || this == CODE;
  }

  /** The kind that a register decodes to. */
  static ValueKind of(RegisterRow row) {
    return switch (row.type()) {
      case UINT16, INT16, UINT32, INT32, ENUM_NUMBER, PF -> NUMBER;
      case DUINT8_HIGH, DUINT8_LOW, BITS -> row.codes().equals(Codes.NONE) ? NUMBER : CODE;
      case ENUM -> CODE;
      case BOOL, BOOL_HIGH, BOOL_LOW -> FLAG;
      case BITFIELD -> LIST;
      case HEX, STRING, SERIAL, ASCII16, VERSION, FIRMWARE -> TEXT;
      case TIME, HMS -> TIME;
      case TIMESLOT -> SLOT;
      case DATETIME, DATETIME_FULL -> MOMENT;
    };
  }
}
