package givbridge.settings;

/**
 * One inverter to be joined.
 *
 * @param number its number, from 1 without gaps
 * @param address its data adapter
 */
public record InverterSettings(int number, Endpoint address) {}
