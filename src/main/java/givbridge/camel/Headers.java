package givbridge.camel;

import org.apache.camel.Exchange;

/** Headers and properties by which routes and beans talk. */
final class Headers {
  /** Header: number of the inverter, from 1. */
  static final String INVERTER = "inverter";

  /** Header: kind of command, for the content-based router. */
  static final String COMMAND_KIND = "commandKind";

  /** Property: the command as it came in. */
  static final String CALL = "commandCall";

  private static final String SERIAL = "serial";

  private static final int MOST_DIGITS = 6;

  private Headers() {}

  /**
   * The inverter that the exchange is about.
   *
   * @throws UnknownInverterException if the header is no number
   */
  static int inverter(Exchange exchange) {
    String text = exchange.getMessage().getHeader(INVERTER, "", String.class);
    if (!isNumber(text)) {
      throw new UnknownInverterException("there is no inverter " + text);
    }
    return Integer.parseInt(text);
  }

  /**
   * Letter by letter, as each step of a poll asks, and an expression would be compiled each time.
   */
  private static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** The serial number in the path or topic. */
  static String serial(Exchange exchange) {
    return exchange.getMessage().getHeader(SERIAL, "", String.class);
  }

  /** The command that the exchange carries. */
  static CommandCall call(Exchange exchange) {
    return exchange.getProperty(CALL, CommandCall.class);
  }
}
