package givbridge.poll;

import java.time.Duration;

/**
 * How often a plant is read.
 *
 * @param quick from one poll to the next
 * @param full from one reading of all settings to the next
 */
public record PollSettings(Duration quick, Duration full) {}
