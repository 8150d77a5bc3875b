package givbridge.command;

import givbridge.tables.Condition;
import givbridge.tables.Origin;

/**
 * A write of a command, from {@code tables/command-writes.csv}.
 *
 * @param condition for which inverters
 * @param when for which arguments and settings
 * @param register its name in the inverter's register map; may leave numbers open
 * @param value what is written
 * @param origin where the row stands
 */
public record WriteRow(
    Condition condition, When when, Template register, Expression value, Origin origin) {}
