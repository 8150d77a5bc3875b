package givbridge.camel;

import givbridge.publish.Topics;
import org.apache.camel.Exchange;

/**
 * How clients are answered.
 *
 * @param strictByDefault whether failures have a status of 400 or more on the classic paths too
 * @param topics where results go
 */
record Manners(boolean strictByDefault, Topics topics) {
  private static final String PREFER = "Prefer";
  private static final String STRICT = "handling=strict";

  /** Whether this client wants real statuses (RFC 7240). */
  boolean strict(Exchange exchange) {
    return strictByDefault
        || exchange.getMessage().getHeader(PREFER, "", String.class).contains(STRICT);
  }
}
