package givbridge.publish;

import givbridge.view.Leaf;
import java.util.ArrayList;
import java.util.List;

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
    List<Message> messages = new ArrayList<>(leaves.size());
    for (Leaf leaf : leaves) {
      String payload = leaf.rendering().message();
      if (payload != null) {
        messages.add(new Message(topic(leaf), payload, retain || leaf.place().row().retained()));
      }
    }
    return messages;
  }

  /** What to say of leaves that are no more: first that each is unknown, then to keep nothing. */
  public List<Message> departures(List<Leaf> gone) {
    List<Message> messages = new ArrayList<>();
    for (Leaf leaf : gone) {
      if (leaf.rendering().message() != null) {
        messages.add(new Message(topic(leaf), NONE, false));
        messages.add(new Message(topic(leaf), "", true));
      }
    }
    return messages;
  }

  private String topic(Leaf leaf) {
    return prefix + leaf.path();
  }
}
