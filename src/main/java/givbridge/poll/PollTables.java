package givbridge.poll;

import givbridge.plant.PlantTables;

/**
 * The tables that polling reads.
 *
 * @param plants models, devices, plan and registers
 * @param guards what makes a block unbelievable
 */
public record PollTables(PlantTables plants, GuardTables guards) {}
