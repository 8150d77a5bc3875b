package givbridge.modbus;

import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;

/** The words of a meter's identity: the answer to a {@link ReadMeterProductRequest}. */
public final class ReadMeterProductResponse extends ReadInputRegistersResponse {

  /** An answer without words yet. */
  public ReadMeterProductResponse() {
    setFunctionCode(Envelope.READ_METER_PRODUCT);
  }
}
