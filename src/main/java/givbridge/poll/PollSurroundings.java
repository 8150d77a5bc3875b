package givbridge.poll;

import givbridge.link.PlantLink;
import givbridge.plant.PlantState;
import java.time.Clock;

/**
 * What a poller works with.
 *
 * @param link the way to the plant
 * @param state takes what was read
 * @param clock the time
 * @param listener hears what happens
 * @param memory knows the plant from before the start
 */
public record PollSurroundings(
    PlantLink link, PlantState state, Clock clock, PollListener listener, TopologyMemory memory) {}
