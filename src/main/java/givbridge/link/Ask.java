package givbridge.link;

import givbridge.link.PlantLink.Purpose;
import givbridge.plant.BlockKey;

/**
 * A block that is asked for.
 *
 * @param key which one
 * @param purpose for what
 */
public record Ask(BlockKey key, Purpose purpose) {}
