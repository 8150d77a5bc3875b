package givbridge.command;

import givbridge.plant.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a command takes.
 *
 * @param name its name
 * @param type what it is
 * @param required whether it must be given
 * @param keys names in a JSON body, the documented one first
 * @param limits limits of a number, for one kind of inverter each; the first that fits counts
 * @param outside what becomes of a number outside them
 * @param choices the words that a {@link ParameterType#WORD} may be
 * @param description for catalogues
 */
public record Parameter(
    String name,
    ParameterType type,
    boolean required,
    List<String> keys,
    List<Limits> limits,
    Set<Outside> outside,
    List<Choice> choices,
    String description) {
  public Parameter {
    keys = List.copyOf(keys);
    limits = List.copyOf(limits);
    outside = Set.copyOf(outside);
    choices = List.copyOf(choices);
  }

  /** What becomes of a number outside its limits; without one of these it is refused. */
  public enum Outside {
    /** What is too small becomes the smallest. */
    RAISE,
    /** What is too large becomes the largest. */
    LOWER
  }

  /**
   * A word that may be given.
   *
   * @param word as it is known
   * @param also what else is taken for it; empty: nothing
   */
  public record Choice(String word, Optional<String> also) {
    boolean is(String text) {
      return word.equalsIgnoreCase(text) || also.filter(text::equals).isPresent();
    }
  }

  /** The limits meant for an inverter; empty if it has no such thing. */
  Optional<Limits> limitsFor(Identity identity) {
    return limitsFor(identity.traits());
  }

  /** The limits meant for an inverter with these traits; empty if it has no such thing. */
  Optional<Limits> limitsFor(Set<String> traits) {
    return limits.stream().filter(one -> one.condition().holds(traits)).findFirst();
  }

  /** The smallest and largest value for an inverter; empty if there is none, or it is not known. */
  Optional<Interval> interval(Subject subject) {
    return limitsFor(subject.identity()).flatMap(one -> one.interval(subject));
  }

  /**
   * The smallest and largest number that any inverter takes, where the table says it in numbers.
   */
  Optional<Interval> widest() {
    return limits.stream().flatMap(one -> one.fixed().stream()).reduce(Interval::span);
  }

  /** The right form, in words. */
  public String form() {
    return type.form() + choices.stream().map(Choice::word).collect(Collectors.joining(", "));
  }

  /** A value as it may be given. */
  public String example() {
    return type.example()
        + choices.stream().map(Choice::word).limit(1).collect(Collectors.joining());
  }
}
