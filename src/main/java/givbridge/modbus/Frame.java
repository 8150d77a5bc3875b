package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.util.Arrays;

/** One frame as it stood on the wire: checked, and named by what it is. */
public sealed interface Frame {

  /**
   * The dongle's sign of life, to be sent back as it came.
   *
   * @param unit unit id of the outer frame, 0 or 1
   * @param dongleSerial ten Latin-1 characters
   * @param type 0..255, in practice 1
   */
  record Heartbeat(int unit, String dongleSerial, int type) implements Frame {

    /** Without the serial, which logs must not show. */
    @Override
    public String toString() {
      return "Heartbeat[unit " + unit + ", type " + type + "]";
    }
  }

  /**
   * A client's request.
   *
   * @param key what it asks for
   * @param request the request itself; its unit id is the device address
   */
  record Request(RequestKey key, ModbusRequest request) implements Frame {}

  /**
   * An answer with a valid checksum. Never changes. It keeps the numbers alone: a poll wants
   * nothing else, and j2mod has two objects for each of them.
   */
  final class Reply implements Frame {
    private final RequestKey key;
    private final String inverterSerial;
    private final int[] words;

    private Reply(RequestKey key, String inverterSerial, int... words) {
      this.key = key;
      this.inverterSerial = inverterSerial;
      this.words = words;
    }

    /**
     * The answer to a request of reading, or the echo of a write with the one word stored.
     *
     * @param words one number 0..65535 for each register of the key
     * @throws IllegalArgumentException when the words are not as many as the key says, or the
     *     function is none of reading or writing
     */
    public static Reply of(RequestKey key, String inverterSerial, int... words) {
      if (words.length != key.count()) {
        throw new IllegalArgumentException(
            "%d words cannot answer: %s".formatted(words.length, key));
      }
      if (!Envelope.isUsed(key.function())) {
        throw new IllegalArgumentException("no reply exists to: " + key);
      }
      return new Reply(key, inverterSerial, asSent(words));
    }

    private static int[] asSent(int... words) {
      int[] sent = new int[words.length];
      for (int i = 0; i < sent.length; i++) {
        sent[i] = words[i] & 0xFFFF;
      }
      return sent;
    }

    /** What it answers. */
    public RequestKey key() {
      return key;
    }

    /**
     * Ten Latin-1 characters. Not an identity: battery addresses of an All-in-One carry the stack's
     * serial, a gateway's write echo two letters and zeros.
     */
    public String inverterSerial() {
      return inverterSerial;
    }

    /** The words in the order of their registers, 0..65535 each; of a write the value stored. */
    public int[] words() {
      return Arrays.copyOf(words, words.length);
    }

    /** The same as j2mod holds it. */
    public ModbusResponse response() {
      ModbusResponse response =
          switch (key.function()) {
            case Envelope.READ_HOLDING -> new ReadMultipleRegistersResponse(registers());
            case Envelope.READ_INPUT -> withWords(new ReadInputRegistersResponse());
            case Envelope.READ_METER_PRODUCT -> withWords(new ReadMeterProductResponse());
            default -> new WriteSingleRegisterResponse(key.base(), words[0]);
          };
      response.setUnitID(key.address());
      return response;
    }

    private ReadInputRegistersResponse withWords(ReadInputRegistersResponse response) {
      response.setRegisters(
          Arrays.stream(words)
              .mapToObj(SimpleInputRegister::new)
              .toArray(SimpleInputRegister[]::new));
      return response;
    }

    private SimpleRegister[] registers() {
      return Arrays.stream(words).mapToObj(SimpleRegister::new).toArray(SimpleRegister[]::new);
    }

    /** Without the serial, which logs must not show. */
    @Override
    public String toString() {
      return "Reply[" + key + ": " + Arrays.toString(words) + "]";
    }
  }

  /**
   * The device refused a request. No reason is on the wire.
   *
   * @param address device address
   * @param function function code without the error bit
   * @param base register as repeated by the device; not reliable, often 0
   * @param count count or value as repeated by the device; not reliable, often 0
   * @param inverterSerial ten Latin-1 characters
   */
  record Refusal(int address, int function, int base, int count, String inverterSerial)
      implements Frame {

    /**
     * Whether this may be the refusal of a request. Devices repeat the base exactly, or nothing, or
     * with a count of 0: the last two say no more than address and function.
     */
    public boolean mayAnswer(RequestKey key) {
      return address == key.address()
          && function == key.function()
          && (base == key.base() || base == 0 || count == 0);
    }

    /** Without the serial, which logs must not show. */
    @Override
    public String toString() {
      return "Refusal[function %d 0x%02X %d+%d]".formatted(function, address, base, count);
    }
  }

  /**
   * Something that is no data.
   *
   * @param kind why
   * @param detail in words, for the log
   */
  record Stray(StrayKind kind, String detail) implements Frame {}
}
