package givbridge.camel;

import givbridge.command.Command;
import givbridge.command.CommandTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description of {@code /api/v1} by OpenAPI 3.1, with the commands of the table. */
final class OpenApi {
  private static final String SERIAL = "serial";
  private static final String COMMAND = "command";
  private static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";

  private final CommandTables commands;

  OpenApi(CommandTables commands) {
    this.commands = commands;
  }

  /** The document, to be written as JSON. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "GivBridge",
            "version", Version.CURRENT,
            "description", "GivEnergy inverters and batteries on the local network"));
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/api/v1/openapi.json", get("openapi", "This description", List.of()));
    paths.put("/api/v1/inverters", get("inverters", "All inverters", List.of()));
    paths.put("/api/v1/plant", get("plant", "All inverters together", List.of()));
    List<Map<String, Object>> serial = List.of(inPath(SERIAL, "Serial number of an inverter"));
    String one = "/api/v1/inverters/{serial}";
    paths.put(one, get("inverter", "An inverter, its devices, its last poll", serial));
    paths.put(one + "/snapshot", get("snapshot", "The published tree", serial));
    paths.put(one + "/commands", get("commands", "The commands that it takes", serial));
    paths.put(one + "/commands/{command}", Map.of("post", command()));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", Map.of("Problem", problem(), "Result", result())));
    return document;
  }

  private static Map<String, Object> get(
      String id, String summary, List<Map<String, Object>> parameters) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", summary);
    operation.put("parameters", parameters);
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", answer("What was asked for", JSON, Map.of("type", "object")));
    if (!parameters.isEmpty()) {
      responses.put("404", answer("There is no such inverter", PROBLEM, reference("Problem")));
      responses.put("503", answer("It was not read yet", PROBLEM, reference("Problem")));
    }
    operation.put("responses", responses);
    return Map.of("get", operation);
  }

  private Map<String, Object> command() {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", COMMAND);
    operation.put("summary", "Gives a command and waits until the inverter has confirmed it");
    Map<String, Object> name = inPath(COMMAND, "Name of the command");
    operation.put("parameters", List.of(inPath(SERIAL, "Serial number of an inverter"), name));
    operation.put(
        "requestBody",
        Map.of(
            "content",
            Map.of(JSON, Map.of("schema", Map.of("oneOf", bodies()))),
            "description",
            "The parameters of the command"));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", answer("Done, or already so", JSON, reference("Result")));
    Map.of(
            "400", "The payload has not the right form",
            "404", "There is no such inverter or command",
            "409", "The inverter cannot do it",
            "422", "A value is out of range",
            "502", "The inverter did not do or not confirm it",
            "503", "The inverter is not connected",
            "504", "There is no confirmation yet")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                responses.put(
                    entry.getKey(), answer(entry.getValue(), PROBLEM, reference("Problem"))));
    operation.put("responses", responses);
    return operation;
  }

  private List<Map<String, Object>> bodies() {
    return commands.commands().stream().map(OpenApi::body).toList();
  }

  private static Map<String, Object> body(Command command) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required =
        command.parameters().stream()
            .filter(parameter -> parameter.required())
            .map(parameter -> parameter.keys().get(0))
            .toList();
    command
        .parameters()
        .forEach(
            parameter ->
                properties.put(
                    parameter.keys().get(0),
                    Map.of(
                        "type",
                        List.of("string", "number"),
                        "description",
                        parameter.description())));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", command.name().text());
    body.put("description", command.wording().description());
    body.put("type", "object");
    body.put("properties", properties);
    body.put("required", required);
    return body;
  }

  private static Map<String, Object> inPath(String name, String description) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "path");
    parameter.put("required", true);
    parameter.put("description", description);
    parameter.put("schema", Map.of("type", "string"));
    return parameter;
  }

  private static Map<String, Object> answer(
      String description, String type, Map<String, Object> schema) {
    return Map.of("description", description, "content", Map.of(type, Map.of("schema", schema)));
  }

  private static Map<String, Object> reference(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  private static Map<String, Object> problem() {
    return object(
        Map.of(
            "type", text("kind of problem"),
            "title", text("the kind in words"),
            "status", Map.of("type", "integer"),
            "detail", text("what is wrong and what to do")));
  }

  private static Map<String, Object> result() {
    return object(
        Map.of(
            "command", text("name of the command"),
            "outcome", text("done or unchanged"),
            "result", text("the outcome in a sentence"),
            "registers", Map.of("type", "array", "items", Map.of("type", "object")),
            "reason", text("what there is to say of it"),
            "time", text("ISO 8601"),
            "id", text("by which the log names it")));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Map.of("type", "object", "properties", properties);
  }

  private static Map<String, Object> text(String description) {
    return Map.of("type", "string", "description", description);
  }
}
