package givbridge.mqtt;

import java.util.Optional;

/**
 * Who a client is at the broker.
 *
 * @param id client id, the same at every start: the broker then ends the old connection, and its
 *     last word does not come after the new one's first
 * @param shown whose connection it is, for the log; no serial number
 * @param lastWord what the broker says when the client is gone
 */
public record MqttClientName(String id, String shown, Optional<LastWord> lastWord) {}
