package givbridge.modbus;

import givbridge.modbus.Frame.Reply;

/**
 * Sees the replies which nobody here waits for: dongles copy to every client what the cloud, the
 * app and other clients asked. A write echo hints that settings changed. Called on the lane's
 * thread, so it must not block or call the lane.
 */
@FunctionalInterface
public interface LaneObserver {

  /** A valid reply for which no request waits. */
  void unasked(Reply reply);
}
