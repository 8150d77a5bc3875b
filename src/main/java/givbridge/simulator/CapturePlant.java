package givbridge.simulator;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.FrameReader;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import givbridge.simulator.Outcome.Answered;
import givbridge.simulator.Outcome.Silent;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plant that repeats a recording: of each register the last word that was read in it, at the
 * device address it came from; and an error where an error is all that was recorded.
 *
 * <p>A recording has lines such as {@code 2026-05-28T18:04:49+00:00 rx 5959...} or {@code rx:
 * 5959...}, in which rx is what the dongle sent; a line is a piece of the stream, not a frame.
 */
final class CapturePlant implements Plant {

  private static final String FROM_DONGLE = "rx";
  private static final String UNKNOWN_SERIAL = "??????????";

  private final String name;
  private final boolean refuses;
  private final Map<Integer, WordImage> devices = new TreeMap<>();
  private final Map<Integer, String> serials = new TreeMap<>();
  private final Set<Refused> refused = new HashSet<>();
  private String dongleSerial = UNKNOWN_SERIAL;

  /** Where a refused block began; the length that an error repeats cannot be trusted. */
  private record Refused(int address, int function, int base) {
    static Refused of(RequestKey key) {
      return new Refused(key.address(), key.function(), key.base());
    }
  }

  /**
   * A plant from the lines of a recording.
   *
   * @param name of the recording, for people
   * @param refuses whether an unknown block is answered with an error, not silence
   */
  CapturePlant(String name, List<String> lines, boolean refuses) {
    this.name = name;
    this.refuses = refuses;
    FrameReader reader = new FrameReader();
    for (String line : lines) {
      reader.feed(piece(line)).forEach(this::learn);
    }
  }

  @Override
  public String dongleSerial() {
    return dongleSerial;
  }

  @Override
  public String inverterSerial() {
    // A recording may hold the inverter at another of its addresses only.
    String any = serials.isEmpty() ? UNKNOWN_SERIAL : serials.values().iterator().next();
    return serials.getOrDefault(Switchboard.INVERTER, any);
  }

  @Override
  public Outcome read(RequestKey key) {
    WordImage image = devices.get(key.address());
    Optional<Bank> bank = LivePlant.bankOf(key.function());
    if (image != null && bank.isPresent()) {
      int base = key.base();
      if (image.knows(bank.get(), base, key.count())) {
        int[] words = image.block(bank.get(), base, key.count());
        return new Answered(Reply.of(key, serial(key.address()), words));
      }
    }
    return unknown(key);
  }

  @Override
  public Outcome write(RequestKey key, int value) {
    WordImage image = devices.get(key.address());
    if (image == null || !image.knows(Bank.HR, key.base(), 1)) {
      return unknown(key);
    }
    image.put(Bank.HR, key.base(), value);
    return new Answered(Reply.of(key, serial(key.address()), value));
  }

  @Override
  public Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("plant", name);
    status.put("devices", devices.size());
    return status;
  }

  private Outcome unknown(RequestKey key) {
    return refuses || refused.contains(Refused.of(key))
        ? new Answered(
            new Refusal(
                key.address(), key.function(), key.base(), key.count(), serial(key.address())))
        : new Silent();
  }

  private String serial(int address) {
    return serials.getOrDefault(address, UNKNOWN_SERIAL);
  }

  private static byte[] piece(String line) {
    String[] words = line.trim().split(" ", -1);
    boolean received =
        !line.startsWith("#")
            && words.length > 1
            && words[words.length - 2].replace(":", "").equals(FROM_DONGLE);
    return received ? HexFormat.of().parseHex(words[words.length - 1]) : new byte[0];
  }

  private void learn(Frame frame) {
    if (frame instanceof Heartbeat heartbeat) {
      dongleSerial = heartbeat.dongleSerial();
    } else if (frame instanceof Refusal refusal) {
      refused.add(new Refused(refusal.address(), refusal.function(), refusal.base()));
    } else if (frame instanceof Reply reply && reply.key().function() != Envelope.WRITE_SINGLE) {
      learn(reply);
    }
  }

  private void learn(Reply reply) {
    RequestKey key = reply.key();
    serials.put(key.address(), reply.inverterSerial());
    WordImage image = devices.computeIfAbsent(key.address(), address -> new WordImage());
    int[] words = reply.words();
    LivePlant.bankOf(key.function())
        .ifPresent(
            bank -> {
              for (int i = 0; i < words.length; i++) {
                image.put(bank, key.base() + i, words[i]);
              }
            });
  }
}
