package givbridge.settings;

import java.time.Duration;

/**
 * When inverters are read.
 *
 * @param byTimer whether a timer reads them; else only clients do
 * @param quick time between quick reads, from 1 s
 * @param full time between full reads, from 1 s
 * @param raw whether the raw section is part of what is published
 * @param smoothing how large a jump of a value is doubted: none, low, medium or high
 * @param totalsInMwh whether the lifetime energies that a Gateway tells are shown in MWh
 */
public record PollingSettings(
    boolean byTimer,
    Duration quick,
    Duration full,
    boolean raw,
    String smoothing,
    boolean totalsInMwh) {}
