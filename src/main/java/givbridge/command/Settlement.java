package givbridge.command;

import givbridge.command.Argument.Share;
import givbridge.command.Argument.Whole;
import givbridge.command.Parameter.Outside;
import givbridge.command.Refusal.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds what was given against the limits of an inverter. */
final class Settlement {
  private final Subject subject;
  private final Map<String, Argument> arguments = new TreeMap<>();
  private final Map<String, String> asked = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  Settlement(Subject subject) {
    this.subject = subject;
  }

  /** Takes an argument; a refusal ends it. */
  Optional<Refusal> take(Parameter parameter, Argument given) {
    if (!parameter.type().numeric()) {
      arguments.put(parameter.name(), given);
      return Optional.empty();
    }
    Optional<Interval> limits = parameter.interval(subject);
    return limits.isPresent()
        ? take(parameter, given, limits.get())
        : Optional.of(Offer.without(parameter, subject.identity()));
  }

  private Optional<Refusal> take(Parameter parameter, Argument given, Interval limits) {
    int number = number(given, limits);
    int settled = within(parameter, number, limits);
    if (!limits.contains(settled)) {
      return Optional.of(outside(parameter, number, limits));
    }
    if (settled != number) {
      String unit = parameter.type().unit();
      String was = given.text() + (given instanceof Whole ? unit : "");
      String verb = settled < number ? "limited" : "raised";
      asked.put(parameter.name(), given.text());
      notes.add(verb + " to " + settled + unit + ", asked " + was);
    }
    arguments.put(parameter.name(), new Whole(settled));
    return Optional.empty();
  }

  private static int number(Argument given, Interval limits) {
    if (given instanceof Share share) {
      long hundredths = (long) share.percent() * limits.max();
      long nearest = Math.floorDiv(hundredths + 50, 100);
      return (int) Math.max(-1, Math.min(nearest, Integer.MAX_VALUE));
    }
    return given instanceof Whole whole ? whole.number() : -1;
  }

  private static int within(Parameter parameter, int number, Interval limits) {
    if (number >= 0 && number < limits.min() && parameter.outside().contains(Outside.RAISE)) {
      return limits.min();
    }
    boolean lower = number > limits.max() && parameter.outside().contains(Outside.LOWER);
    return lower ? limits.max() : number;
  }

  private static Refusal outside(Parameter parameter, int number, Interval limits) {
    boolean elsewhere = parameter.widest().filter(all -> all.contains(number)).isPresent();
    String unit = parameter.type().unit();
    return new Refusal(
        elsewhere ? Code.CANNOT : Code.OUT_OF_RANGE,
        "%s must be %s%s%s, not %d"
            .formatted(
                parameter.name(), limits, unit, elsewhere ? " on this inverter" : "", number));
  }

  /** All that was taken. */
  Settled settled() {
    return new Settled(arguments, asked, notes);
  }
}
