package givbridge.camel;

import givbridge.command.Refusal;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns a refusal, or a request that no branch of the router took, into an outcome. */
final class CommandRefuser implements Processor {
  private final Clock clock;

  CommandRefuser(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Refusal refusal =
        exchange.getMessage().getBody() instanceof Refusal known
            ? known
            : new Refusal(
                Refusal.Code.CANNOT,
                "no branch of the route 'command' takes commands of this kind");
    exchange.getMessage().setBody(CommandOutcome.refused(refusal, clock.instant()));
  }
}
