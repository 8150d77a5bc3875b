package givbridge.camel;

import givbridge.joint.JointView;
import givbridge.publish.Message;
import givbridge.publish.MqttLeaves;
import givbridge.view.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;

/** Turns a {@link JointView} into one message a leaf. */
final class PlantMessages implements MqttMessages.Maker {
  private final MqttLeaves topics;
  private final AtomicReference<JointView> published =
      new AtomicReference<>(new JointView(List.of()));

  PlantMessages(MqttLeaves topics) {
    this.topics = topics;
  }

  @Override
  public List<Message> of(Exchange exchange) {
    JointView view = exchange.getMessage().getBody(JointView.class);
    JointView before = published.getAndSet(view);
    List<Message> messages = new ArrayList<>(topics.messages(view.leaves()));
    messages.addAll(topics.departures(Leaf.gone(before.leaves(), view.leaves())));
    return messages;
  }
}
