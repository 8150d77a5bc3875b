package givbridge.modbus;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.Frame.Stray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes which GivEnergy wraps around Modbus, and the only class that knows them.
 *
 * <pre>
 *  0 u16 transaction, always 5959        18 u64 inner length: bytes from 26 to the end
 *  2 u16 protocol, always 1              26 u8  device address
 *  4 u16 length: bytes from 6 to the end 27 u8  function, bit 7 = refused
 *  6 u8  unit, 0 or 1                    28     payload
 *  7 u8  1 heartbeat, 2 transparent      end-2  CRC-16/MODBUS over 26.., low byte first
 *  8     dongle serial, 10 bytes
 * </pre>
 *
 * <p>The payload of a request is that of Modbus. A reply has the inverter serial, the base and the
 * count (of a write: the value) in front of its words, and no byte count. A refusal is a reply
 * without words, and has no exception code. A heartbeat ends with one type byte after the dongle
 * serial, and has no CRC. The inner length fits each of the 2420 transparent frames that dongles
 * sent in eleven public recordings of seven plants; documents which call it a padding are wrong.
 */
public final class Envelope {

  /** Function code: read holding registers. */
  public static final int READ_HOLDING = Modbus.READ_HOLDING_REGISTERS;

  /** Function code: read input registers. */
  public static final int READ_INPUT = Modbus.READ_INPUT_REGISTERS;

  /** Function code: write one holding register. */
  public static final int WRITE_SINGLE = Modbus.WRITE_SINGLE_REGISTER;

  /** Function code: read the identity of a meter. */
  public static final int READ_METER_PRODUCT = 0x16;

  /** Most registers a frame may carry; the devices use up to 60. */
  public static final int MAX_WORDS = 125;

  static final int MARKER = 0x5959_0001;
  static final int MARKER_SIZE = 4;
  static final int HEADER_SIZE = 8;
  static final int BEFORE_LENGTH = 6;
  static final int MAX_FRAME = BEFORE_LENGTH + 300;

  /** No marker within these bytes can be payload: a second one shows that the first was junk. */
  static final int NO_PAYLOAD_BEFORE = 18;

  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 300;
  private static final int HEARTBEAT = 1;
  private static final int TRANSPARENT = 2;
  private static final int SERIAL_AT = 8;
  private static final int SERIAL_SIZE = 10;
  private static final int HEARTBEAT_SIZE = SERIAL_AT + SERIAL_SIZE + 1;
  private static final int INNER_LENGTH_AT = SERIAL_AT + SERIAL_SIZE;
  private static final int INNER_AT = INNER_LENGTH_AT + Long.BYTES;
  private static final int FUNCTION_AT = INNER_AT + 1;
  private static final int PAYLOAD_AT = INNER_AT + 2;
  private static final int CRC_SIZE = 2;
  private static final int REQUEST_INNER = 8;
  private static final int REPLY_INNER = 18;

  /** Dongles accept any ten bytes in requests; this shows in captures who asked. */
  private static final String CLIENT_SERIAL = "GIVBRIDGE0";

  private static final String CRC_DETAIL = "wrong checksum in a frame of %d bytes";

  private Envelope() {}

  /**
   * The frame of a request. The request's unit id is the device address.
   *
   * @throws IllegalArgumentException for a kind of request which the envelope cannot carry
   */
  public static byte[] encodeRequest(ModbusRequest request) {
    RequestKey key = RequestKey.of(request);
    byte[] message = request.getMessage();
    byte[] inner = new byte[2 + message.length];
    writer(inner, key.address(), key.function()).put(message);
    return encodeInner(CLIENT_SERIAL, inner);
  }

  /** The frame of a reply, with the serial of the dongle that carries it. */
  public static byte[] encodeReply(String dongleSerial, Reply reply) {
    RequestKey key = reply.key();
    int[] words = reply.words();
    boolean write = key.function() == WRITE_SINGLE;
    int numbers = write ? 2 : 2 + words.length;
    byte[] inner = new byte[2 + SERIAL_SIZE + Short.BYTES * numbers];
    ByteBuffer writer = writer(inner, key.address(), key.function());
    writer.put(serial(reply.inverterSerial())).putShort((short) key.base());
    if (!write) {
      writer.putShort((short) key.count());
    }
    for (int word : words) {
      writer.putShort((short) word);
    }
    return encodeInner(dongleSerial, inner);
  }

  /** The frame of a refusal, with the serial of the dongle that carries it. */
  public static byte[] encodeRefusal(String dongleSerial, Refusal refusal) {
    int function = refusal.function() | Modbus.EXCEPTION_OFFSET;
    byte[] inner = new byte[2 + SERIAL_SIZE + 2 * Short.BYTES];
    writer(inner, refusal.address(), function)
        .put(serial(refusal.inverterSerial()))
        .putShort((short) refusal.base())
        .putShort((short) refusal.count());
    return encodeInner(dongleSerial, inner);
  }

  /** The frame of a heartbeat; of a decoded one the very bytes that came. */
  public static byte[] encodeHeartbeat(Heartbeat heartbeat) {
    return outer(HEARTBEAT_SIZE, heartbeat.unit(), HEARTBEAT, heartbeat.dongleSerial())
        .put((byte) heartbeat.type())
        .array();
  }

  /**
   * A frame around any inner bytes, device address first; lengths and checksum are computed. For
   * frames which {@link Frame} cannot express.
   */
  public static byte[] encodeInner(String dongleSerial, byte[] inner) {
    int size = INNER_AT + inner.length + CRC_SIZE;
    int[] crc = ModbusUtil.calculateCRC(inner, 0, inner.length);
    return outer(size, 1, TRANSPARENT, dongleSerial)
        .putLong(inner.length + CRC_SIZE)
        .put(inner)
        .put((byte) crc[0])
        .put((byte) crc[1])
        .array();
  }

  /** What a whole frame is. Any bytes may be handed in: what is no good frame becomes a stray. */
  public static Frame decode(byte[] frame) {
    if (frame.length < HEADER_SIZE || !plausibleHeader(frame, 0)) {
      return new Stray(StrayKind.JUNK_BYTES, frame.length + " bytes that are no frame");
    }
    if (frame.length != sizeOf(frame, 0)) {
      return badLength(frame);
    }
    return frame[HEADER_SIZE - 1] == HEARTBEAT ? decodeHeartbeat(frame) : decodeTransparent(frame);
  }

  /** Whether a frame can start here; the eight bytes of its header must be there. */
  static boolean plausibleHeader(byte[] bytes, int at) {
    int length = word(bytes, at + MARKER_SIZE);
    int unit = bytes[at + BEFORE_LENGTH];
    int kind = bytes[at + BEFORE_LENGTH + 1];
    return word(bytes, at) == MARKER >>> Short.SIZE
        && word(bytes, at + Short.BYTES) == (MARKER & 0xFFFF)
        && length >= MIN_LENGTH
        && length <= MAX_LENGTH
        && (unit == 0 || unit == 1)
        && (kind == HEARTBEAT || kind == TRANSPARENT);
  }

  /** Bytes of the whole frame whose header starts here. */
  static int sizeOf(byte[] bytes, int at) {
    return BEFORE_LENGTH + word(bytes, at + MARKER_SIZE);
  }

  private static Frame decodeHeartbeat(byte[] frame) {
    if (frame.length != HEARTBEAT_SIZE) {
      return badLength(frame);
    }
    int type = Byte.toUnsignedInt(frame[HEARTBEAT_SIZE - 1]);
    return new Heartbeat(frame[BEFORE_LENGTH], serialAt(frame, SERIAL_AT), type);
  }

  private static Frame decodeTransparent(byte[] frame) {
    if (frame.length < INNER_AT + REQUEST_INNER) {
      return badLength(frame);
    }
    if (isText(frame[INNER_AT]) && isText(frame[FUNCTION_AT])) {
      return new Stray(StrayKind.LAN_CONFIG, "network settings of the dongle as text");
    }
    // Before the checksum, which these frames leave zero as well.
    if (frame[FUNCTION_AT] == 0) {
      return new Stray(StrayKind.NULL_RESPONSE, "a frame with function 0");
    }
    if (!crcHolds(frame)) {
      return new Stray(StrayKind.BAD_CRC, CRC_DETAIL.formatted(frame.length));
    }
    return frame.length - INNER_AT == REQUEST_INNER ? decodeRequest(frame) : decodeAnswer(frame);
  }

  private static Frame decodeRequest(byte[] frame) {
    if (ByteBuffer.wrap(frame).getLong(INNER_LENGTH_AT) != REQUEST_INNER) {
      return badLength(frame);
    }
    int address = Byte.toUnsignedInt(frame[INNER_AT]);
    int function = Byte.toUnsignedInt(frame[FUNCTION_AT]);
    int base = word(frame, PAYLOAD_AT);
    int last = word(frame, PAYLOAD_AT + Short.BYTES);
    if (!isUsed(function)) {
      return unknownFunction(frame);
    }
    if (function == WRITE_SINGLE) {
      ModbusRequest write = new WriteSingleRegisterRequest(base, new SimpleRegister(last));
      write.setUnitID(address);
      return new Request(RequestKey.of(write), write);
    }
    RequestKey key = new RequestKey(address, function, base, last);
    return new Request(key, key.toReadRequest());
  }

  /** The inner length is not compared: the checksum proves the size, and some peers send 8A. */
  private static Frame decodeAnswer(byte[] frame) {
    int size = frame.length - INNER_AT;
    if (size < REPLY_INNER) {
      return badLength(frame);
    }
    int address = Byte.toUnsignedInt(frame[INNER_AT]);
    int function = Byte.toUnsignedInt(frame[FUNCTION_AT]);
    String serial = serialAt(frame, PAYLOAD_AT);
    int base = word(frame, PAYLOAD_AT + SERIAL_SIZE);
    int last = word(frame, PAYLOAD_AT + SERIAL_SIZE + Short.BYTES);
    if (!isUsed(function & ~Modbus.EXCEPTION_OFFSET)) {
      return unknownFunction(frame);
    }
    if (function >= Modbus.EXCEPTION_OFFSET) {
      int refused = function - Modbus.EXCEPTION_OFFSET;
      return size == REPLY_INNER
          ? new Refusal(address, refused, base, last, serial)
          : badLength(frame);
    }
    if (function == WRITE_SINGLE) {
      return size == REPLY_INNER
          ? Reply.of(new RequestKey(address, function, base, 1), serial, last)
          : badLength(frame);
    }
    return last >= 1 && last <= MAX_WORDS && size == REPLY_INNER + last * Short.BYTES
        ? Reply.of(new RequestKey(address, function, base, last), serial, words(frame, last))
        : badLength(frame);
  }

  private static int[] words(byte[] frame, int count) {
    int first = PAYLOAD_AT + SERIAL_SIZE + 2 * Short.BYTES;
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = word(frame, first + i * Short.BYTES);
    }
    return words;
  }

  private static boolean crcHolds(byte[] frame) {
    int end = frame.length - CRC_SIZE;
    int[] crc = ModbusUtil.calculateCRC(frame, INNER_AT, end);
    return frame[end] == (byte) crc[0] && frame[end + 1] == (byte) crc[1];
  }

  /** Whether requests and replies of that function exist. */
  static boolean isUsed(int function) {
    return switch (function) {
      case READ_HOLDING, READ_INPUT, READ_METER_PRODUCT, WRITE_SINGLE -> true;
      default -> false;
    };
  }

  private static boolean isText(byte octet) {
    return octet == '.' || (octet >= '0' && octet <= '9');
  }

  private static Stray badLength(byte[] frame) {
    return new Stray(
        StrayKind.BAD_LENGTH, "lengths contradict each other in " + frame.length + " bytes");
  }

  private static Stray unknownFunction(byte[] frame) {
    return new Stray(
        StrayKind.UNKNOWN_FUNCTION,
        "function %d of address 0x%02X".formatted(frame[FUNCTION_AT] & 0xFF, frame[INNER_AT]));
  }

  private static ByteBuffer writer(byte[] inner, int address, int function) {
    return ByteBuffer.wrap(inner).put((byte) address).put((byte) function);
  }

  private static ByteBuffer outer(int size, int unit, int kind, String dongleSerial) {
    return ByteBuffer.allocate(size)
        .putInt(MARKER)
        .putShort((short) (size - BEFORE_LENGTH))
        .put((byte) unit)
        .put((byte) kind)
        .put(serial(dongleSerial));
  }

  /** Ten bytes; a shorter serial ends in zeros, as a gateway's write echo does. */
  private static byte[] serial(String text) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), SERIAL_SIZE);
  }

  private static String serialAt(byte[] frame, int at) {
    return new String(frame, at, SERIAL_SIZE, StandardCharsets.ISO_8859_1);
  }

  private static int word(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1]);
  }
}
