package givbridge.view;

import givbridge.cleaning.CleaningRule;
import givbridge.tables.Condition;
import givbridge.tables.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One leaf, or a pattern of leaves, of the published tree.
 *
 * @param path the path below the inverter, with {@code /} between the keys and with placeholders
 * @param scope name of the kind of device whose fields the source means; such a row stands once for
 *     each device of the kind
 * @param needs kinds of devices of which one must be there, any of these; empty: no demand
 * @param index what the placeholder {@code {n}} runs through
 * @param condition for which inverters the row holds
 * @param source the formula as written, with its placeholders
 * @param form how the value looks
 * @param unit of the value; empty: none
 * @param cleaning what its values must obey
 * @param retained whether a broker keeps it whatever the settings say
 * @param announcement what home automation is told; empty: nothing
 * @param origin where the row stands
 */
public record TreeRow(
    String path,
    String scope,
    List<String> needs,
    Index index,
    Condition condition,
    String source,
    Form form,
    String unit,
    CleaningRule cleaning,
    boolean retained,
    Optional<Announcement> announcement,
    Origin origin) {
  public TreeRow {
    needs = List.copyOf(needs);
  }

  /**
   * A row of a leaf that no tree works out: it belongs to no device, and nothing judges it.
   *
   * @param path without placeholders
   */
  public static TreeRow beside(
      String path, Form form, String unit, boolean retained, Origin origin) {
    return new TreeRow(
        path,
        Formula.DeviceReference.BRIDGE,
        List.of(),
        Index.NONE,
        Condition.ALWAYS,
        "",
        form,
        unit,
        CleaningRule.NONE,
        retained,
        Optional.empty(),
        origin);
  }

  /** The first key of its path, as written. */
  String section() {
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  /** Whether the row stands for every register of its device that has a raw name. */
  boolean isEveryRawRegister() {
    return source.equals("*");
  }

  /** Whether the row needs no inverter to be evaluated. */
  boolean isOfBridge() {
    return scope.equals(Formula.DeviceReference.BRIDGE);
  }

  /**
   * Numbers that the placeholder {@code {n}} stands for.
   *
   * @param from first number
   * @param to last number, inclusive
   */
  public record Index(int from, int to) {
    /** The row has no such placeholder. */
    static final Index NONE = new Index(0, 0);

    /**
     * The text with the number in place of {@code {n}}, and two digits in place of {@code {nn}}.
     */
    static String fill(String text, int number) {
      if (text.indexOf("{n") < 0) {
        return text;
      }
      String digits = Integer.toString(number);
      return text.replace("{nn}", number < 10 ? "0" + digits : digits).replace("{n}", digits);
    }
  }
}
