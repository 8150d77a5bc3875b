package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.registers.Bank;
import givbridge.simulator.VirtualPlant;
import givbridge.simulator.VirtualPlant.Answer;
import java.time.Clock;

/** A simulated plant without a wire, which can be out of reach. */
final class VirtualLink implements PlantLink {
  /** The first of the holding registers with the inverter's serial number. */
  private static final int SERIAL = 13;

  private final VirtualPlant plant;
  private final Clock clock;
  private final String serial;
  private boolean away;
  private long connection = 1;

  VirtualLink(VirtualPlant plant, Clock clock) {
    this(plant, clock, "");
  }

  /**
   * A plant under another serial number, as another tells of it.
   *
   * @param serial ten characters; empty: its own
   */
  VirtualLink(VirtualPlant plant, Clock clock, String serial) {
    this.plant = plant;
    this.clock = clock;
    this.serial = serial;
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
    return new Block(key, relabelled(key, words(answer, key)), clock.instant());
  }

  private int[] relabelled(BlockKey key, int[] words) {
    boolean tellsIt = key.spec().bank() == Bank.HR && key.spec().base() == 0;
    for (int i = 0; tellsIt && i < serial.length(); i += 2) {
      words[SERIAL + i / 2] = serial.charAt(i) << 8 | serial.charAt(i + 1);
    }
    return words;
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
