package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;

/**
 * Reads the identity of a meter. GivEnergy gave function 0x16 this meaning; its payload has the
 * shape of a read of input registers. (In standard Modbus the code masks a register.)
 */
public final class ReadMeterProductRequest extends ReadInputRegistersRequest {

  /** A read of {@code count} words from {@code base}; the unit id is set by the caller. */
  public ReadMeterProductRequest(int base, int count) {
    super(base, count);
    setFunctionCode(Envelope.READ_METER_PRODUCT);
  }

  @Override
  public ReadMeterProductResponse getResponse() {
    ReadMeterProductResponse response = new ReadMeterProductResponse();
    response.setUnitID(getUnitID());
    response.setWordCount(getWordCount());
    return response;
  }
}
