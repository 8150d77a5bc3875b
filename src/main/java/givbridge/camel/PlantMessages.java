package givbridge.camel;

import givbridge.joint.JointView;
import givbridge.publish.MqttLeaves;
import givbridge.view.Leaf;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Turns a {@link JointView} into one message a leaf. */
public final class PlantMessages {
  private final MqttLeaves topics;
  private final AtomicReference<JointView> published =
      new AtomicReference<>(new JointView(List.of()));

  PlantMessages(MqttLeaves topics) {
    this.topics = topics;
  }

  /** The body, a {@link JointView}, becomes {@link Messages}. */
  public void make(Exchange exchange) throws InvalidPayloadException {
    JointView view = exchange.getMessage().getMandatoryBody(JointView.class);
    JointView before = published.getAndSet(view);
    List<Leaf> gone = Leaf.gone(before.leaves(), view.leaves());
    exchange.getMessage().setBody(new Messages(topics.messages(view.leaves(), gone)));
  }
}
