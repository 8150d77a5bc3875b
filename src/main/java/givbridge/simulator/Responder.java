package givbridge.simulator;

import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import givbridge.modbus.Envelope;
import givbridge.modbus.FaultyFrames;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.RequestKey;
import givbridge.simulator.Outcome.Answered;
import givbridge.simulator.Outcome.Restarting;
import givbridge.simulator.Outcome.Silent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Turns requests into the bytes that go back, and spoils them as the faults say. */
final class Responder {

  private static final int BLOCK = 60;
  private static final int ZEROS = 40;
  private static final int GARBAGE_BYTES = 23;
  private static final String STRANGER = "ZZ9999Z999";
  private static final String NETWORK = "192.168.1.50,255.255.255.0,192.168.1.1";

  private final Plant plant;
  private final ActiveFaults faults;
  private final Pins pins;
  private final FaultyWords faultyWords = FaultyWords.load();
  private final Optional<RequestKey> soc;
  private final Random random;

  /**
   * A responder.
   *
   * @param soc the register with the level of the battery, if the plant is known so well
   */
  Responder(Plant plant, ActiveFaults faults, Pins pins, Optional<RequestKey> soc, Random random) {
    this.plant = plant;
    this.faults = faults;
    this.pins = pins;
    this.soc = soc;
    this.random = random;
  }

  /**
   * What goes back.
   *
   * @param pieces frames, or what is left of them, in their order; none: silence
   * @param restarts whether all connections end after that
   */
  record Response(List<byte[]> pieces, boolean restarts) {}

  Response respond(Request request) {
    Outcome outcome =
        request.request() instanceof WriteSingleRegisterRequest write
            ? write(request.key(), write.getRegister().getValue())
            : plant.read(request.key());
    if (outcome instanceof Silent || faults.strikes(FaultKind.SILENCE)) {
      return new Response(List.of(), false);
    }
    if (outcome instanceof Restarting restarting) {
      return new Response(List.of(bytes(restarting.frame())), true);
    }
    Frame answer = ((Answered) outcome).frame();
    return new Response(pieces(request.key(), answer), false);
  }

  private Outcome write(RequestKey key, int value) {
    if (faults.strikes(FaultKind.IGNORE_WRITES)) {
      return new Answered(Reply.of(key, plant.inverterSerial(), value));
    }
    Outcome outcome = plant.write(key, value);
    return faults.strikes(FaultKind.NO_ECHO) ? new Silent() : outcome;
  }

  private List<byte[]> pieces(RequestKey key, Frame answer) {
    List<byte[]> pieces = new ArrayList<>(strays(key));
    pieces.add(spoilBytes(key, bytes(spoilFrame(key, answer))));
    return pieces;
  }

  private List<byte[]> strays(RequestKey key) {
    List<byte[]> strays = new ArrayList<>();
    if (faults.strikes(FaultKind.UNSOLICITED_REPLY)
        && plant.read(other(key)) instanceof Answered a) {
      strays.add(bytes(a.frame()));
    }
    if (faults.strikes(FaultKind.STRAY_ECHO)) {
      RequestKey echo = RequestKey.write(Switchboard.INVERTER, key.base());
      strays.add(bytes(Reply.of(echo, plant.inverterSerial(), 1)));
    }
    if (faults.strikes(FaultKind.GARBAGE)) {
      byte[] garbage = new byte[GARBAGE_BYTES];
      random.nextBytes(garbage);
      strays.add(garbage);
    }
    if (faults.strikes(FaultKind.LAN_CONFIG)) {
      strays.add(FaultyFrames.lanConfig(plant.dongleSerial(), NETWORK));
    }
    return strays;
  }

  /** The inverter's block of the other bank, as if the cloud had asked for it. */
  private static RequestKey other(RequestKey key) {
    return key.function() == Envelope.READ_HOLDING
        ? RequestKey.input(Switchboard.INVERTER, key.base(), key.count())
        : RequestKey.holding(Switchboard.INVERTER, key.base(), key.count());
  }

  private Frame spoilFrame(RequestKey key, Frame answer) {
    if (faults.strikes(FaultKind.ERROR_REPLY)) {
      return new Refusal(key.address(), key.function(), key.base(), 0, plant.inverterSerial());
    }
    if (!(answer instanceof Reply reply)) {
      return answer;
    }
    String serial = faults.strikes(FaultKind.FOREIGN_SERIAL) ? STRANGER : reply.inverterSerial();
    int[] words = key.function() == Envelope.WRITE_SINGLE ? reply.words() : words(key, reply);
    return Reply.of(key, serial, words);
  }

  private int[] words(RequestKey key, Reply reply) {
    int[] words = pins.over(key, reply.words());
    if (soc.filter(register -> covers(key, register)).isPresent()
        && faults.strikes(FaultKind.SOC_ZERO)) {
      words[soc.get().base() - key.base()] = 0;
    }
    boolean wholeBlock = key.count() == BLOCK && key.base() % BLOCK == 0;
    if (wholeBlock && faults.strikes(FaultKind.LEAKED_PACKET)) {
      words = faultyWords.withPacket(words);
    }
    if (key.address() != Switchboard.INVERTER && faults.strikes(FaultKind.BYTE_SLIP)) {
      words = FaultyWords.slipped(words);
    }
    if (faults.strikes(FaultKind.ALL_ZERO_BLOCK)) {
      Arrays.fill(words, 0);
    }
    return words;
  }

  private static boolean covers(RequestKey block, RequestKey register) {
    return block.address() == register.address()
        && block.function() == register.function()
        && register.base() >= block.base()
        && register.base() < block.base() + block.count();
  }

  private byte[] spoilBytes(RequestKey key, byte[] whole) {
    byte[] frame = whole;
    if (faults.strikes(FaultKind.NULL_RESPONSE)) {
      frame = FaultyFrames.nullResponse(plant.dongleSerial(), key.address());
    }
    if (faults.strikes(FaultKind.BAD_CRC)) {
      frame = FaultyFrames.badCrc(frame);
    }
    if (faults.strikes(FaultKind.ZEROED_TAIL)) {
      frame = FaultyFrames.zeroTail(frame, Math.min(ZEROS, frame.length / 4));
    }
    return faults.strikes(FaultKind.HALF_FRAME) ? Arrays.copyOf(frame, frame.length / 2) : frame;
  }

  private byte[] bytes(Frame frame) {
    if (frame instanceof Reply reply) {
      return Envelope.encodeReply(plant.dongleSerial(), reply);
    }
    if (frame instanceof Refusal refusal) {
      return Envelope.encodeRefusal(plant.dongleSerial(), refusal);
    }
    throw new IllegalArgumentException("a plant cannot answer with " + frame);
  }
}
