package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Answer;
import java.time.Clock;

/** A simulated plant without a wire, which can be out of reach. */
final class VirtualLink implements PlantLink {
  private final VirtualPlant plant;
  private final Clock clock;
  private boolean away;
  private long connection = 1;

  VirtualLink(VirtualPlant plant, Clock clock) {
    this.plant = plant;
    this.clock = clock;
  }

  /** From now on nothing answers. */
  void lose() {
    away = true;
  }

  /** Whether nothing answers. */
  boolean isAway() {
    return away;
  }

  /** From now on the plant answers again, over a new connection. */
  void find() {
    away = false;
    connection++;
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    reach();
    plant.advance(clock.instant());
    Answer answer =
        plant.read(key.address(), key.spec().bank(), key.spec().base(), key.spec().count());
    return new Block(key, words(answer, key), clock.instant());
  }

  @Override
  public int write(int register, int value) throws LinkException {
    reach();
    plant.advance(clock.instant());
    return words(plant.write(register, value), register)[0];
  }

  @Override
  public long connection() {
    return connection;
  }

  private void reach() throws LinkException {
    if (away) {
      throw new LinkException(LinkException.Cause.OFFLINE, "the plant is out of reach");
    }
  }

  private static int[] words(Answer answer, Object asked) throws LinkException {
    if (answer instanceof Answer.Words given) {
      return given.words().stream().mapToInt(Integer::intValue).toArray();
    }
    throw answer instanceof Answer.Refused
        ? new LinkException(LinkException.Cause.REFUSED, asked + " was refused")
        : new LinkException(LinkException.Cause.NO_ANSWER, asked + " was not answered");
  }
}
