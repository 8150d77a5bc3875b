package givbridge.publish;

import givbridge.view.Leaf;
import java.util.ArrayList;
import java.util.List;

/** The leaves of one inverter as messages below {@code root/serial}. */
public final class MqttLeaves {
  /** What home automation shows as unknown. */
  private static final String NONE = "None";

  private final Message.Stem stem;
  private final Delivery delivery;

  /**
   * How states are sent.
   *
   * @param qos quality of service, 0..2
   * @param retain whether the broker keeps them; some it keeps always
   */
  public record Delivery(int qos, boolean retain) {}

  /** Messages below {@code root/serial/}. */
  public MqttLeaves(String root, String serial, Delivery delivery) {
    this.stem = new Message.Stem(root + "/" + serial + "/");
    this.delivery = delivery;
  }

  /**
   * A message for each leaf that is sent at all, changed or not, in the order of the leaves; then
   * what to say of leaves that are no more: first that each is unknown, then to keep nothing.
   */
  public List<Message> messages(List<Leaf> leaves, List<Leaf> gone) {
    List<Message> messages = new ArrayList<>(leaves.size() + 2 * gone.size());
    for (Leaf leaf : leaves) {
      String payload = leaf.rendering().message();
      if (payload != null) {
        messages.add(message(leaf, payload, delivery.retain() || leaf.place().row().retained()));
      }
    }
    for (Leaf leaf : gone) {
      if (leaf.rendering().message() != null) {
        messages.add(message(leaf, NONE, false));
        messages.add(message(leaf, "", true));
      }
    }
    return messages;
  }

  private Message message(Leaf leaf, String payload, boolean retained) {
    return new Message(stem, leaf.place(), payload, delivery.qos(), retained);
  }
}
