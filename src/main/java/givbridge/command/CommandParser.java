package givbridge.command;

import givbridge.command.Refusal.Code;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the name and payload of a command, as they come over MQTT and REST: text alone or a JSON
 * object, whatever it is said to be. Pure; never fails.
 */
public final class CommandParser {
  private final CommandTables tables;
  private final ArgumentReader reader;

  public CommandParser(CommandTables tables, CommandSettings settings) {
    this.tables = tables;
    this.reader = new ArgumentReader(settings);
  }

  /** As {@link #parse(String, String)}, of bytes that should be UTF-8. */
  public Parsed parse(String name, byte[] payload) {
    return parse(name, new String(payload, StandardCharsets.UTF_8));
  }

  /**
   * Reads a command.
   *
   * @param name its name, such as the last part of a topic or path
   * @param payload what came with it
   */
  public Parsed parse(String name, String payload) {
    Optional<CommandTables.Named> named = tables.find(name);
    if (named.isEmpty()) {
      return new Refusal(Code.UNKNOWN_COMMAND, "there is no such command");
    }
    Command command = named.get().command();
    Map<String, String> given = new TreeMap<>();
    Payload content = Payload.read(payload);
    if (content instanceof Payload.Body body) {
      given.putAll(byParameter(command, body));
    } else if (content instanceof Payload.Text text) {
      free(command, named.get().values()).ifPresent(one -> given.put(one.name(), text.text()));
    } else if (content instanceof Payload.Malformed malformed && takesAny(command)) {
      return bad(command, named.get().values(), malformed.why());
    }
    given.putAll(named.get().values());
    return request(name, command, named.get().values(), given);
  }

  private static boolean takesAny(Command command) {
    return !command.parameters().isEmpty();
  }

  private static Map<String, String> byParameter(Command command, Payload.Body body) {
    Map<String, String> given = new TreeMap<>();
    for (Parameter parameter : command.parameters()) {
      parameter.keys().stream()
          .filter(body.values()::containsKey)
          .findFirst()
          .map(body.values()::get)
          .ifPresent(text -> given.put(parameter.name(), text));
    }
    return given;
  }

  /** The parameter that text alone is for. */
  private static Optional<Parameter> free(Command command, Map<String, String> named) {
    return command.parameters().stream()
        .filter(parameter -> !named.containsKey(parameter.name()))
        .findFirst();
  }

  private Parsed request(
      String name, Command command, Map<String, String> named, Map<String, String> given) {
    Map<String, Argument> arguments = new TreeMap<>();
    for (Parameter parameter : command.parameters()) {
      String text = given.getOrDefault(parameter.name(), "");
      Optional<Argument> argument = reader.read(parameter, text);
      if (argument.isPresent()) {
        arguments.put(parameter.name(), argument.get());
      } else if (!text.isEmpty()) {
        return bad(
            command,
            named,
            parameter.name() + " must be " + parameter.form() + ", not " + shown(text));
      } else if (parameter.required()) {
        return bad(command, named, parameter.name() + " is missing");
      }
    }
    return new CommandRequest(command, name, arguments);
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 40 ? line : line.substring(0, 40) + "...";
  }

  private static Refusal bad(Command command, Map<String, String> named, String why) {
    String body =
        command.parameters().stream()
            .filter(parameter -> parameter.required() && !named.containsKey(parameter.name()))
            .map(one -> "\"%s\":\"%s\"".formatted(one.keys().get(0), one.example()))
            .collect(Collectors.joining(",", "{", "}"));
    return new Refusal(Code.BAD_PAYLOAD, why + "; give " + body);
  }
}
