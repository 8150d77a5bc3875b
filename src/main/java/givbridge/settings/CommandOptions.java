package givbridge.settings;

/**
 * Where commands may be understood in two ways.
 *
 * @param rateInPercent a bare number of a rate is percent of the largest one, not watts
 * @param targetSetsEnable a charge target also switches the use of the target
 * @param percentToSlot the percent of a slot command goes to the slot's own register, not to the
 *     common target
 */
public record CommandOptions(
    boolean rateInPercent, boolean targetSetsEnable, boolean percentToSlot) {}
