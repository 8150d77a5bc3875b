package givbridge.settings;

import java.time.Duration;

/**
 * Patience with data adapters.
 *
 * @param gap least time between two reads
 * @param writeGap least time between two writes
 * @param timeout how long an answer is waited for
 * @param tries how often a request is sent at most, from 1
 */
public record DongleSettings(Duration gap, Duration writeGap, Duration timeout, int tries) {}
