package givbridge.mqtt;

/** Is told that a broker has become reachable. */
@FunctionalInterface
public interface ConnectedListener {
  /**
   * The client is connected and its subscriptions are asked for again. The broker may have
   * forgotten everything: all state should be published once more. Must return soon, for all
   * clients share the thread.
   */
  void connected();
}
