package givbridge.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was given, held against the limits of the inverter.
 *
 * @param arguments what is done, by parameter
 * @param asked how it was given, for those parameters where something else is done
 * @param notes what was changed, in words
 */
public record Settled(
    Map<String, Argument> arguments, Map<String, String> asked, List<String> notes) {
  public Settled {
    arguments = Map.copyOf(arguments);
    asked = Map.copyOf(asked);
    notes = List.copyOf(notes);
  }

  /** The arguments as texts, to fill templates with. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    arguments.forEach((name, argument) -> texts.put(name, argument.text()));
    return texts;
  }
}
