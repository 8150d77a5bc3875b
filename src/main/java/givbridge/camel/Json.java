package givbridge.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import org.apache.camel.Exchange;

/** Answers HTTP requests with JSON. */
final class Json {
  private static final String TYPE = "application/json";

  private Json() {}

  /** Comes with the first document that is made of objects: there are four hundred classes. */
  private static final class Lazily {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /** Makes the exchange's answer: status, type and body. */
  static void answer(Exchange exchange, int status, Object body) throws JsonProcessingException {
    answer(exchange, status, TYPE, bytes(body));
  }

  /** A value as JSON in UTF-8. */
  static byte[] bytes(Object value) throws JsonProcessingException {
    return Lazily.MAPPER.writeValueAsBytes(value);
  }

  /** As {@link #answer(Exchange, int, Object)}, with bytes of any type. */
  static void answer(Exchange exchange, int status, String type, byte[] body) {
    answer(exchange, status, type, Buffer.buffer(body));
  }

  /**
   * As {@link #answer(Exchange, int, Object)}, with a buffer of any type. A buffer goes to the
   * client in one piece; bytes would go as a stream, piece by piece through the worker threads.
   */
  static void answer(Exchange exchange, int status, String type, Buffer body) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, type);
    exchange.getMessage().setBody(body);
  }
}
