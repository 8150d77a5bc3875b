package givbridge.cleaning;

/** Why a value is not believed. */
public enum Doubt {
  /** Outside what the quantity can be. */
  OUT_OF_BOUNDS,
  /** The registers give no value, or something that it is derived from has none. */
  UNREADABLE,
  /** A 0 after another number. */
  SUDDEN_ZERO,
  /** It moved further than such a quantity does. */
  JUMP,
  /** A counter rose faster than the plant's power allows. */
  TOO_FAST,
  /** A counter fell. */
  FELL,
  /** What was read together does not fit together. */
  AGAINST_THE_WHOLE
}
