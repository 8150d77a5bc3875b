package givbridge.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import givbridge.command.Answers;
import givbridge.command.Outcome;
import givbridge.command.Problem;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;

/** Answers a command in the words of whoever gave it; the body is a {@link CommandOutcome}. */
public final class CommandOutput {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Answers answers;
  private final Stations stations;
  private final Manners manners;
  private final ZoneId zone;

  /**
   * Answers.
   *
   * @param manners how failures are told to clients of the classic paths
   * @param zone zone of the time in results
   */
  CommandOutput(Answers answers, Stations stations, Manners manners, ZoneId zone) {
    this.answers = answers;
    this.stations = stations;
    this.manners = manners;
    this.zone = zone;
  }

  /** The result document, for {@code <root>/result/<serial>/<command>}; never retained. */
  public void toMqtt(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
    CommandCall call = Headers.call(exchange);
    Station station = stations.number(Headers.inverter(exchange));
    Outcome outcome = outcome(exchange);
    byte[] body = Json.bytes(answers.document(call.name(), call.id(), outcome, zone));
    String topic = manners.topics().result(station.root(), Headers.serial(exchange), call.name());
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, topic);
    exchange.getMessage().setBody(body);
  }

  /** GivTCP's answer: a sentence with status 200, or a real status where the client wants one. */
  public void toClassic(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
    CommandCall call = Headers.call(exchange);
    Outcome outcome = outcome(exchange);
    Optional<Problem> problem = answers.problem(outcome).filter(p -> manners.strict(exchange));
    if (problem.isPresent()) {
      problem(exchange, call, problem.get(), outcome);
    } else {
      Json.answer(
          exchange, 200, JSON, Json.bytes(answers.classic(call.name(), call.id(), outcome)));
    }
  }

  /** The result document, or a problem document with its status. */
  public void toApi(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
    CommandCall call = Headers.call(exchange);
    Outcome outcome = outcome(exchange);
    Optional<Problem> problem = answers.problem(outcome);
    if (problem.isPresent()) {
      problem(exchange, call, problem.get(), outcome);
    } else {
      Json.answer(
          exchange, 200, JSON, Json.bytes(answers.document(call.name(), call.id(), outcome, zone)));
    }
  }

  private void problem(Exchange exchange, CommandCall call, Problem problem, Outcome outcome)
      throws JsonProcessingException {
    Json.answer(
        exchange,
        problem.status(),
        PROBLEM,
        Json.bytes(answers.problem(call.name(), problem, outcome)));
  }

  private static Outcome outcome(Exchange exchange) throws InvalidPayloadException {
    return exchange.getMessage().getMandatoryBody(CommandOutcome.class).outcome();
  }
}
