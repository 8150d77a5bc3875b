/**
 * The blocks and registers of a plant, over its lane.
 *
 * <p>Public: {@link PlantLink}, through which polling and commands reach a plant, {@link
 * LinkException}, and {@link Ask}, {@link Answer} and {@link AnswerTaker} for blocks that are asked
 * for together. Knows blocks and the lane; knows neither what a register means nor why it is read.
 */
@NullMarked
package givbridge.link;

import org.jspecify.annotations.NullMarked;
