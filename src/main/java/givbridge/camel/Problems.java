package givbridge.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import givbridge.link.LinkException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client why its request could not be served; never a stack trace. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger("http");
  private static final String PROBLEM = "application/problem+json";

  private final Manners manners;

  Problems(Manners manners) {
    this.manners = manners;
  }

  /** What went wrong, with the status that says so. */
  private record Trouble(int status, String title, String detail) {}

  /** Status 200 with a sentence, or a problem document for clients that want one. */
  public void classic(Exchange exchange) throws JsonProcessingException {
    Trouble trouble = trouble(exchange);
    if (manners.strict(exchange)) {
      answer(exchange, trouble);
    } else {
      Json.answer(exchange, 200, Map.of("result", "Error: failed, " + trouble.detail()));
    }
  }

  /** A problem document. */
  public void api(Exchange exchange) throws JsonProcessingException {
    answer(exchange, trouble(exchange));
  }

  private void answer(Exchange exchange, Trouble trouble) throws JsonProcessingException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", trouble.title());
    body.put("status", trouble.status());
    body.put("detail", trouble.detail());
    Json.answer(exchange, trouble.status(), PROBLEM, Json.bytes(body));
  }

  private static Trouble trouble(Exchange exchange) {
    Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (why instanceof UnknownInverterException unknown) {
      return new Trouble(404, "No such inverter", String.valueOf(unknown.getMessage()));
    }
    if (why instanceof NothingReadException nothing) {
      return new Trouble(503, "No data yet", String.valueOf(nothing.getMessage()));
    }
    if (why instanceof LinkException link) {
      return new Trouble(503, "The inverter gives no data", String.valueOf(link.getMessage()));
    }
    LOG.error("A request met a fault of the program", why);
    return new Trouble(500, "Fault of the program", "the log tells more");
  }
}
