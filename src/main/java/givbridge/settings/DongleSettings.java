package givbridge.settings;

import java.time.Duration;

/**
 * Patience with data adapters.
 *
 * @param gap least time between two reads
 * @param writeGap least time between two writes
 * @param timeout how long an answer is waited for
 * @param tries how often a request is sent at most, from 1
 * @param budget requests a minute at most
 * @param pause how long nothing is sent to an adapter that gave nothing twice in a row; 0: no pause
 */
public record DongleSettings(
    Duration gap, Duration writeGap, Duration timeout, int tries, int budget, Duration pause) {}
