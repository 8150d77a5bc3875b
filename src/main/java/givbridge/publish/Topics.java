package givbridge.publish;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * The topics that are no leaves, from {@code tables/topics.csv}.
 *
 * @param patterns with {@code {root}}, {@code {serial}}, {@code {command}}, by their names
 * @param offline what the status topic says when nobody is there to say anything
 */
public record Topics(Map<String, String> patterns, String offline) {
  private static final String STATUS = "status";
  private static final String RESULT = "result";
  private static final String PLANT = "plant";

  public Topics {
    patterns = Map.copyOf(patterns);
  }

  /** Reads and checks the table. */
  public static Topics load(Faults faults) {
    Map<String, String> patterns = new HashMap<>();
    String offline = "";
    for (Row row :
        Table.resource("tables/topics.csv", faults, "topic", "pattern", "last-word").rows()) {
      patterns.put(row.required("topic"), row.required("pattern"));
      offline += row.text("last-word");
    }
    for (String needed : new String[] {STATUS, RESULT, PLANT}) {
      if (!patterns.containsKey(needed)) {
        faults.add("tables/topics.csv: there is no topic " + needed);
      }
    }
    return new Topics(patterns, offline);
  }

  /** Where the broker is told that the bridge is gone. */
  public String status(String root, String serial) {
    return fill(STATUS, root, serial, "");
  }

  /** What stands in the topics of the plant view where inverters have their serial numbers. */
  public String plant() {
    return fill(PLANT, "", "", "");
  }

  /** Where the outcome of a command is told. */
  public String result(String root, String serial, String command) {
    return fill(RESULT, root, serial, command);
  }

  private String fill(String topic, String root, String serial, String command) {
    return patterns
        .getOrDefault(topic, "")
        .replace("{root}", root)
        .replace("{serial}", serial)
        .replace("{command}", command);
  }
}
