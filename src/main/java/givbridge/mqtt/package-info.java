/**
 * An MQTT 5 client that lives with a broker that comes and goes, and a broker for demonstrations
 * and tests.
 *
 * <p>{@link givbridge.mqtt.MqttClients} makes clients that connect by themselves, again and again,
 * and never make their callers wait for it; {@link givbridge.mqtt.MqttDoor} says how the broker is
 * reached. The room knows settings and nothing else of the program: no topic, no inverter and no
 * route.
 */
@NullMarked
package givbridge.mqtt;

import org.jspecify.annotations.NullMarked;
