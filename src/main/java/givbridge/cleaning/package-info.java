/**
 * Which values are believed, and what is shown in place of those that are not.
 *
 * <p>Public: {@link Cleaning} judges one reading by its {@link CleaningRule}, what is remembered of
 * the leaf ({@link LeafMemory}) and the {@link Circumstances}, such as the {@link Pace} of a
 * battery's charge; {@link Memory} is all that travels from one view to the next, {@link
 * LeafMemories} what of it is remembered of the single leaves, by their {@link Paths}; a {@link
 * Mark} is what of it must survive a restart, in whatever implements {@link MarkStore}. Pure but
 * for that interface. Knows numbers, times and paths as names; knows no register, model, database
 * and framework.
 */
@NullMarked
package givbridge.cleaning;

import org.jspecify.annotations.NullMarked;
