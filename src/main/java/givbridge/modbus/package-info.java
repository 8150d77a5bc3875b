/**
 * The wire of an inverter: the envelope around Modbus frames, and the lane that carries them.
 *
 * <p>Public for other rooms: {@link givbridge.modbus.Envelope}, {@link
 * givbridge.modbus.FrameReader}, {@link givbridge.modbus.Frame} and {@link
 * givbridge.modbus.FaultyFrames} turn bytes into frames and back; a simulator speaks through them.
 *
 * <p>This room knows function codes, device addresses and times of the wire. It must not know what
 * a register means, which model answers, or that MQTT, REST and Camel exist.
 */
@NullMarked
package givbridge.modbus;

import org.jspecify.annotations.NullMarked;
