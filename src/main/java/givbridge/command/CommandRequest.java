package givbridge.command;

import java.util.Map;

/**
 * A command with what was given for it, read but not yet held against an inverter.
 *
 * @param command the command
 * @param name the name by which it was called
 * @param arguments what was given, by parameter; a parameter that need not be given may be missing
 */
public record CommandRequest(Command command, String name, Map<String, Argument> arguments)
    implements Parsed {
  public CommandRequest {
    arguments = Map.copyOf(arguments);
  }
}
