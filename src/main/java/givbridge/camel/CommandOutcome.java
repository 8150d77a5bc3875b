package givbridge.camel;

import givbridge.command.CommandRequest;
import givbridge.command.Outcome;
import givbridge.command.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a command came to, on its way back.
 *
 * @param request what was asked; empty if it was not understood
 * @param outcome what became of it
 */
record CommandOutcome(Optional<CommandRequest> request, Outcome outcome) {
  static CommandOutcome of(CommandRequest request, Outcome outcome) {
    return new CommandOutcome(Optional.of(request), outcome);
  }

  static CommandOutcome refused(Refusal refusal, Instant at) {
    return new CommandOutcome(Optional.empty(), new Outcome.Refused(refusal, at));
  }
}
