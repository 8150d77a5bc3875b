package givbridge.modbus;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;

/**
 * What all parts of one lane share.
 *
 * @param name the inverter in words, for messages
 * @param policy times and tries
 * @param clock for gaps and statistics
 * @param timers runs everything of the lane, on one thread
 * @param random 0..1, for the jitter of waits
 */
record LaneContext(
    String name,
    LanePolicy policy,
    Clock clock,
    ScheduledExecutorService timers,
    DoubleSupplier random) {}
