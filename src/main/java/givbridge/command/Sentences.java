package givbridge.command;

import givbridge.command.Argument.Switch;
import givbridge.command.Outcome.Doubt;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts outcomes into the sentences of a command. */
final class Sentences {
  /** Stands for the reason. */
  static final String WHY = "why";

  /** A parameter, or one of two words, by whether it is on. */
  static final Pattern QUOTED = Pattern.compile("\\{(\\w+)(?:\\?([^{}:]*):([^{}]*))?}");

  /** Clients look for the word failed, so that it must not stand where that is not known. */
  private static final String NO_ANSWER_YET = "Error: ";

  private Sentences() {}

  /** The sentence; its words were a success stand in it if it was one, else failed. */
  static String of(Command command, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return success(command, done.plan().settled());
    }
    if (outcome instanceof Outcome.Unchanged unchanged) {
      return success(command, unchanged.plan().settled());
    }
    return isRunning(outcome)
        ? NO_ANSWER_YET + outcome.why()
        : fill(command.wording().failure(), found -> outcome.why());
  }

  /** The sentence for a name that no command has. */
  static String unknown(String name, Outcome outcome) {
    return name + " failed: " + outcome.why();
  }

  /** Whether the work still goes on. */
  static boolean isRunning(Outcome outcome) {
    return outcome instanceof Outcome.NotConfirmed it && it.doubt() == Doubt.STILL_RUNNING;
  }

  private static String success(Command command, Settled settled) {
    return fill(command.wording().success(), found -> quoted(found, settled));
  }

  private static String quoted(MatchResult found, Settled settled) {
    String name = found.group(1);
    if (found.group(2) != null) {
      boolean on = new Switch(true).equals(settled.arguments().get(name));
      return found.group(on ? 2 : 3);
    }
    String written = settled.texts().getOrDefault(name, "");
    Map<String, String> asked = settled.asked();
    return asked.containsKey(name) ? written + " (asked " + asked.get(name) + ")" : written;
  }

  private static String fill(String sentence, Function<MatchResult, String> words) {
    return QUOTED
        .matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(words.apply(found)));
  }
}
