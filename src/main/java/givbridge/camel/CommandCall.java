package givbridge.camel;

/**
 * A command as it came in.
 *
 * @param name its name, the last part of the topic or path
 * @param payload what came with it
 * @param origin where it came from
 * @param id by which its outcome is found in the log
 */
record CommandCall(String name, String payload, Origin origin, String id) {
  /** Where a command came from. */
  enum Origin {
    /** A control topic; nobody waits on a connection for the answer. */
    MQTT,
    /** A message that the broker had kept: never carried out. */
    MQTT_RETAINED,
    /** A request whose client waits, but not for ever. */
    REST
  }
}
