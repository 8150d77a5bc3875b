package givbridge.settings;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * What concerns the program as a whole.
 *
 * @param zone zone of the inverters' clocks, of midnight and of the log
 * @param state folder of what must survive a restart; may not exist yet
 * @param logLevel least level that is logged, a name of java.util.logging
 */
public record ProcessSettings(ZoneId zone, Path state, String logLevel) {}
