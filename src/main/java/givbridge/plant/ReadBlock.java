package givbridge.plant;

/**
 * A block that was accepted, with what its words say.
 *
 * @param seat of the device whose it is
 * @param readings by field name: every row whose last register lies in this block
 */
public record ReadBlock(Seat seat, Block block, Readings readings) {}
