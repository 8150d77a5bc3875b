package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, and what its reply repeats. The transaction id never changes on this
 * wire, so replies are matched by this content.
 *
 * @param address device address, 0..255
 * @param function Modbus function code without the error bit
 * @param base first register, 0..65535
 * @param count number of registers; always 1 for a write, whose value is no part of the key
 */
public record RequestKey(int address, int function, int base, int count) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** A read of holding registers. */
  public static RequestKey holding(int address, int base, int count) {
    return new RequestKey(address, Envelope.READ_HOLDING, base, count);
  }

  /** A read of input registers. */
  public static RequestKey input(int address, int base, int count) {
    return new RequestKey(address, Envelope.READ_INPUT, base, count);
  }

  /** A read of a meter's identity. */
  public static RequestKey meterProduct(int address, int base, int count) {
    return new RequestKey(address, Envelope.READ_METER_PRODUCT, base, count);
  }

  /** A write of one holding register. */
  public static RequestKey write(int address, int register) {
    return new RequestKey(address, Envelope.WRITE_SINGLE, register, 1);
  }

  /**
   * The request that reads this.
   *
   * @throws IllegalArgumentException when the function is none of reading
   */
  public ModbusRequest toReadRequest() {
    ModbusRequest request =
        switch (function) {
          case Envelope.READ_HOLDING -> new ReadMultipleRegistersRequest(base, count);
          case Envelope.READ_INPUT -> new ReadInputRegistersRequest(base, count);
          case Envelope.READ_METER_PRODUCT -> new ReadMeterProductRequest(base, count);
          default -> throw new IllegalArgumentException("this reads nothing: " + this);
        };
    request.setUnitID(address);
    return request;
  }

  /**
   * The key of a request.
   *
   * @throws IllegalArgumentException for a request which the envelope cannot carry
   */
  public static RequestKey of(ModbusRequest request) {
    int address = request.getUnitID();
    int function = request.getFunctionCode();
    if (request instanceof ReadMultipleRegistersRequest read) {
      return new RequestKey(address, function, read.getReference(), read.getWordCount());
    }
    if (request instanceof ReadInputRegistersRequest read) {
      return new RequestKey(address, function, read.getReference(), read.getWordCount());
    }
    if (request instanceof WriteSingleRegisterRequest write) {
      return new RequestKey(address, function, write.getReference(), 1);
    }
    throw new IllegalArgumentException(
        request.getClass().getSimpleName()
            + " cannot be sent to an inverter: use a read of holding, input or meter product"
            + " registers, or a write of a single register");
  }

  /** Written out, since each arriving frame is compared with what was asked. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestKey key
        && address == key.address
        && function == key.function
        && base == key.base
        && count == key.count;
  }

  @Override
  public int hashCode() {
    return ((address * 31 + function) * 31 + base) * 31 + count;
  }

  /** The request in words, as {@code read input 0x32 60+60}. */
  @Override
  public String toString() {
    String verb =
        switch (function) {
          case Envelope.READ_HOLDING -> "read holding";
          case Envelope.READ_INPUT -> "read input";
          case Envelope.WRITE_SINGLE -> "write";
          case Envelope.READ_METER_PRODUCT -> "read meter product";
          default -> "function " + function;
        };
    return verb + " 0x" + HEX.toHexDigits((byte) address) + " " + base + "+" + count;
  }
}
