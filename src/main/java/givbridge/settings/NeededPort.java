package givbridge.settings;

/**
 * A port that the program opens.
 *
 * @param setting the setting that names it, with what is added to it
 * @param host address that it is bound to
 * @param port 1..65535; more if the range of ports leaves the possible ones
 */
public record NeededPort(String setting, String host, int port) {}
