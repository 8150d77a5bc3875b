package givbridge.camel;

/** Serial numbers as logs show them: enough to tell two apart, not enough to claim one. */
final class Serials {
  private static final int HEAD = 2;
  private static final int TAIL = 3;

  private Serials() {}

  /** All but the first two and the last three characters masked, as {@code CE*****123}. */
  static String masked(String serial) {
    if (serial.length() <= HEAD + TAIL) {
      return "*".repeat(serial.length());
    }
    return serial.substring(0, HEAD)
        + "*".repeat(serial.length() - HEAD - TAIL)
        + serial.substring(serial.length() - TAIL);
  }
}
