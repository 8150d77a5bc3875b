package givbridge.camel;

import org.apache.camel.Exchange;

/** Headers by which routes and beans talk. */
final class Headers {
  /** Number of the inverter, from 1. */
  static final String INVERTER = "inverter";

  /** Kind of command, for the content-based router. */
  static final String COMMAND_KIND = "commandKind";

  private Headers() {}

  /**
   * The inverter that the exchange is about.
   *
   * @throws UnknownInverterException if the header is no number
   */
  static int inverter(Exchange exchange) {
    String text = exchange.getMessage().getHeader(INVERTER, "", String.class);
    if (!text.matches("\\d{1,6}")) {
      throw new UnknownInverterException("there is no inverter " + text);
    }
    return Integer.parseInt(text);
  }
}
