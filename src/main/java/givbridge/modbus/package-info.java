/**
 * The wire of an inverter: the envelope around Modbus frames, and the lane that carries them.
 *
 * <p>Public for other rooms: {@link givbridge.modbus.DeviceLink}, through which they read and
 * write; {@link givbridge.modbus.TransactionLink} is it over a {@link givbridge.modbus.Lane}, and
 * {@link givbridge.modbus.Lanes} makes those, with {@link givbridge.modbus.LanePolicy} for all
 * times and {@link givbridge.modbus.LaneStatistics} for what happened; an {@link
 * givbridge.modbus.EarlyDial} is a lane's first connection, begun before the lane is there. {@link
 * givbridge.modbus.GivEnergyTransport} is the lane for j2mod. {@link givbridge.modbus.Envelope},
 * {@link givbridge.modbus.FrameReader}, {@link givbridge.modbus.Frame} and {@link
 * givbridge.modbus.FaultyFrames} turn bytes into frames and back; a simulator speaks through them.
 *
 * <p>Inside, a {@code Dispatcher} decides what goes next, a {@code Connection} opens and keeps the
 * one connection, and a {@code NettyDialer} with its {@code NettyWire} moves the bytes. All of a
 * lane runs on one event loop, so none of it locks; only its counters may be read by any thread.
 *
 * <p>This room knows function codes, device addresses and times of the wire. It must not know what
 * a register means, which model answers, or that MQTT, REST and Camel exist.
 */
@NullMarked
package givbridge.modbus;

import org.jspecify.annotations.NullMarked;
