package givbridge.publish;

import givbridge.view.Leaf;
import givbridge.view.View;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The leaves of one inverter as messages below {@code root/serial}. */
public final class MqttLeaves {
  /** What home automation shows as unknown. */
  private static final String NONE = "None";

  private final String prefix;
  private final boolean retain;

  /**
   * Messages below {@code root/serial/}.
   *
   * @param retain whether the broker keeps states; some it keeps always
   */
  public MqttLeaves(String root, String serial, boolean retain) {
    this.prefix = root + "/" + serial + "/";
    this.retain = retain;
  }

  /** A message for each leaf that is sent at all, changed or not, in the order of the leaves. */
  public List<Message> messages(List<Leaf> leaves) {
    return leaves.stream().flatMap(this::message).toList();
  }

  /** The message of one leaf; none for lists, spans and objects. */
  public Stream<Message> message(Leaf leaf) {
    return leaf.rendering().payload().stream()
        .map(payload -> new Message(topic(leaf), payload, retain || leaf.place().row().retained()));
  }

  /**
   * What to say of leaves that the later view has no more: first that each is unknown, then that
   * nothing is to be kept of it.
   */
  public List<Message> departures(View before, View after) {
    return departures(before.leaves(), path -> after.leaf(path).isPresent());
  }

  /**
   * As {@link #departures(View, View)}.
   *
   * @param still whether the leaf at a path is still there
   */
  public List<Message> departures(List<Leaf> before, Predicate<String> still) {
    return before.stream()
        .filter(leaf -> leaf.rendering().payload().isPresent())
        .filter(leaf -> !still.test(leaf.path()))
        .flatMap(
            leaf ->
                Stream.of(
                    new Message(topic(leaf), NONE, false), new Message(topic(leaf), "", true)))
        .toList();
  }

  private String topic(Leaf leaf) {
    return prefix + leaf.path();
  }
}
