/**
 * How a view goes out: as a JSON document, and as messages of a broker.
 *
 * <p>Public: {@link JsonDocument} (the whole tree as one document), {@link MqttLeaves} (each leaf
 * as a {@link Message}, and what to say of leaves that have left). Pure; knows the view, but no
 * register, no table, no network, no broker and no framework.
 */
@NullMarked
package givbridge.publish;

import org.jspecify.annotations.NullMarked;
