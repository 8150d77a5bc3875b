package givbridge.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which published leaves show what a command did. */
public final class Leaves {
  /** Stands for the inverter's serial number. */
  static final String SERIAL = "serial";

  private Leaves() {}

  /**
   * The leaves of a request, whatever became of it; an inverter need not have all of them.
   *
   * @param serial the inverter's serial number
   */
  public static List<String> of(CommandRequest request, String serial) {
    Map<String, String> values = new TreeMap<>();
    request.arguments().forEach((name, argument) -> values.put(name, argument.text()));
    values.put(SERIAL, serial);
    return request.command().shows().stream().map(leaf -> leaf.fill(values)).toList();
  }
}
