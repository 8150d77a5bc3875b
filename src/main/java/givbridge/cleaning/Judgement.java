package givbridge.cleaning;

import givbridge.registers.Reading;
import java.util.Optional;

/**
 * What became of a reading.
 *
 * @param shown what is shown
 * @param memory what is remembered of the leaf from now on
 * @param finding what is to be told and counted; empty: nothing
 */
public record Judgement(Reading shown, LeafMemory memory, Optional<Finding> finding) {}
