package givbridge.settings;

/**
 * One inverter to be joined.
 *
 * @param number its number, from 1 without gaps
 * @param address its data adapter
 * @param batteryOnly whether only its batteries, settings, slots and state are published
 */
public record InverterSettings(int number, Endpoint address, boolean batteryOnly) {}
