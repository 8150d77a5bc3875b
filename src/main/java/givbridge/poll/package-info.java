/**
 * Reads a plant on its timer: who is there, what is due, what of it is believable.
 *
 * <p>Public: {@link InverterPoller}, which a route calls; {@link PollSettings} and {@link
 * PollSurroundings}; {@link PollListener} for what the log and the counters should hear; {@link
 * TopologyMemory} for what a plant was made of before the start; {@link GuardTables}. Decisions
 * ({@link ReadPlan}, {@link Candidates}, {@link BlockGuard} with {@link Steps}, {@link
 * Identification}) are pure. Knows no published path, no command and no framework.
 */
@NullMarked
package givbridge.poll;

import org.jspecify.annotations.NullMarked;
