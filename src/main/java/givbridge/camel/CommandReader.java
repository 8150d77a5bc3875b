package givbridge.camel;

import givbridge.camel.CommandCall.Origin;
import givbridge.command.CommandParser;
import givbridge.command.CommandRequest;
import givbridge.command.Parsed;
import givbridge.command.Refusal;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Understands a {@link CommandCall}: the body becomes a request or a refusal, and header {@code
 * commandKind} says where the router shall send it.
 */
final class CommandReader implements Processor {
  private static final String REFUSED = "refused";

  private final CommandParser parser;

  CommandReader(CommandParser parser) {
    this.parser = parser;
  }

  @Override
  public void process(Exchange exchange) {
    CommandCall call = Headers.call(exchange);
    Parsed parsed =
        call.origin() == Origin.MQTT_RETAINED
            ? new Refusal(
                Refusal.Code.BAD_PAYLOAD,
                "the message was retained by the broker, and would be carried out again at every"
                    + " reconnect; send it without the retain flag")
            : parser.parse(call.name(), call.payload());
    exchange.getMessage().setBody(parsed);
    exchange.getMessage().setHeader(Headers.COMMAND_KIND, kind(parsed));
  }

  private static String kind(Parsed parsed) {
    return parsed instanceof CommandRequest request
        ? request.command().kind().name().toLowerCase(Locale.ROOT)
        : REFUSED;
  }
}
