package givbridge.command;

import givbridge.command.Refusal.Code;
import givbridge.plant.Identity;
import java.util.Optional;

/** Whether a command is offered to an inverter at all. */
final class Offer {
  private Offer() {}

  /** Why it is not offered, whatever is asked; empty if it is. */
  static Optional<Refusal> refusal(Command command, Subject subject) {
    Identity identity = subject.identity();
    if (!command.needs().holds(identity.traits())) {
      return Optional.of(
          cannot(
              "not available for %s inverters (device type %s)"
                  .formatted(identity.model().label(), identity.typeCode())));
    }
    return command.parameters().stream()
        .filter(parameter -> parameter.required() && parameter.type().numeric())
        .filter(parameter -> parameter.interval(subject).isEmpty())
        .map(parameter -> without(parameter, identity))
        .findFirst();
  }

  /** The inverter has no limits for a parameter. */
  static Refusal without(Parameter parameter, Identity identity) {
    boolean unknown = parameter.limitsFor(identity).isPresent();
    return cannot(
        unknown
            ? "the limits of " + parameter.name() + " are not known for this inverter"
            : "this inverter has no " + parameter.name());
  }

  static Refusal cannot(String why) {
    return new Refusal(Code.CANNOT, why);
  }
}
