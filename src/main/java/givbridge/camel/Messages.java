package givbridge.camel;

import givbridge.publish.Message;
import java.util.Iterator;
import java.util.List;

/**
 * What a step that makes messages puts into the body: {@code paho-mqtt5} sends them one after the
 * other, {@code split} takes them apart.
 */
public record Messages(List<Message> list) implements Iterable<Message> {
  public Messages {
    list = List.copyOf(list);
  }

  @Override
  public Iterator<Message> iterator() {
    return list.iterator();
  }
}
