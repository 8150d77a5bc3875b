package givbridge.settings;

/**
 * How clients reach the program over HTTP.
 *
 * @param host address that the ports are bound to
 * @param restPort port of the first inverter; the others follow
 * @param webPort port of everything together
 * @param strict whether failed commands answer with a status of 400 or more
 */
public record HttpSettings(String host, int restPort, int webPort, boolean strict) {}
