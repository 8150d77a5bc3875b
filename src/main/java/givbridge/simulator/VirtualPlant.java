package givbridge.simulator;

import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * A living plant without a wire, whose time is moved by hand: for looking at months in seconds. Not
 * for use by several threads.
 */
public final class VirtualPlant {

  private final LivePlant plant;
  private Instant now;

  VirtualPlant(Profile profile, Conditions conditions, Instant start) {
    now = start;
    plant = new LivePlant(profile, conditions, () -> now);
  }

  /**
   * How a plant is run by hand.
   *
   * @param start when it is switched on
   * @param slice longest time for which powers are taken as constant; longer is faster
   * @param clock who sets the inverter's clock
   * @param seed of weather and house
   */
  public record Course(Instant start, Duration slice, ClockKeeping clock, long seed) {}

  /** How a request ends. */
  public sealed interface Answer {

    /** With words, 0..65535 each. */
    record Words(List<Integer> words) implements Answer {
      public Words {
        words = List.copyOf(words);
      }

      private static Words of(Reply reply) {
        return new Words(Arrays.stream(reply.words()).boxed().toList());
      }
    }

    /** With an error. */
    record Refused() implements Answer {}

    /** Not at all. */
    record Silence() implements Answer {}
  }

  /** Lets time pass; a moment that has passed already changes nothing. */
  public void advance(Instant until) {
    if (until.isAfter(now)) {
      now = until;
      plant.now();
    }
  }

  /**
   * Reads a block.
   *
   * @param address device address
   * @param count of registers, 1..60
   */
  public Answer read(int address, Bank bank, int base, int count) {
    return answer(plant.read(new RequestKey(address, bank.function(), base, count)));
  }

  /** Writes a holding register of the inverter; the words of the answer are the echo. */
  public Answer write(int register, int value) {
    return answer(plant.write(RequestKey.write(Switchboard.INVERTER, register), value));
  }

  /** The moment up to which it has lived. */
  public Instant time() {
    return now;
  }

  /** What the inverter's own clock shows. */
  public LocalDateTime clock() {
    return plant.now().clock();
  }

  /** Wh that have flowed since the inverter's midnight. */
  public double today(Flow flow) {
    return plant.now().ledger().today(flow);
  }

  /** Wh that have flowed since ever. */
  public double total(Flow flow) {
    return plant.now().ledger().total(flow);
  }

  private static Answer answer(Outcome outcome) {
    if (outcome instanceof Outcome.Silent) {
      return new Answer.Silence();
    }
    if (outcome instanceof Outcome.Restarting restarting) {
      return Answer.Words.of((Reply) restarting.frame());
    }
    return ((Outcome.Answered) outcome).frame() instanceof Reply reply
        ? Answer.Words.of(reply)
        : new Answer.Refused();
  }
}
