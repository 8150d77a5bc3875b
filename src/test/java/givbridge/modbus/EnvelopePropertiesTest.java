package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What is put into the envelope comes out of it. */
class EnvelopePropertiesTest {

  private static final int[] FUNCTIONS = {
    Envelope.READ_HOLDING, Envelope.READ_INPUT, Envelope.READ_METER_PRODUCT, Envelope.WRITE_SINGLE
  };

  @Property(tries = 300)
  void aRequestSurvivesTheEnvelope(
      @ForAll @IntRange(max = 3) int function,
      @ForAll @IntRange(max = 255) int address,
      @ForAll @IntRange(max = 65535) int base,
      @ForAll @IntRange(min = 1, max = 125) int last) {
    ModbusRequest request =
        switch (FUNCTIONS[function]) {
          case Envelope.READ_HOLDING -> new ReadMultipleRegistersRequest(base, last);
          case Envelope.READ_INPUT -> new ReadInputRegistersRequest(base, last);
          case Envelope.READ_METER_PRODUCT -> new ReadMeterProductRequest(base, last);
          default -> new WriteSingleRegisterRequest(base, new SimpleRegister(last));
        };
    request.setUnitID(address);

    Request decoded = (Request) Envelope.decode(Envelope.encodeRequest(request));

    assertThat(decoded.key()).isEqualTo(RequestKey.of(request));
    assertThat(decoded.request()).hasSameClassAs(request);
    assertThat(decoded.request().getMessage()).isEqualTo(request.getMessage());
    assertThat(decoded.request().getUnitID()).isEqualTo(address);
  }

  @Property(tries = 300)
  void aReplySurvivesTheEnvelope(
      @ForAll @IntRange(max = 2) int function,
      @ForAll @IntRange(max = 255) int address,
      @ForAll @IntRange(max = 65535) int base,
      @ForAll @Size(min = 1, max = 125) List<@IntRange(max = 65535) Integer> values,
      @ForAll @StringLength(10) @CharRange(from = 0, to = 255) String serial) {
    int[] words = values.stream().mapToInt(Integer::intValue).toArray();
    RequestKey key = new RequestKey(address, FUNCTIONS[function], base, words.length);

    Reply decoded =
        (Reply) Envelope.decode(Envelope.encodeReply(serial, Reply.of(key, serial, words)));

    assertThat(decoded.key()).isEqualTo(key);
    assertThat(decoded.inverterSerial()).isEqualTo(serial);
    assertThat(decoded.words()).isEqualTo(words);
    assertThat(decoded.response().getFunctionCode()).isEqualTo(FUNCTIONS[function]);
  }

  @Property(tries = 300)
  void aWriteEchoSurvivesTheEnvelope(
      @ForAll @IntRange(max = 255) int address,
      @ForAll @IntRange(max = 65535) int register,
      @ForAll @IntRange(max = 65535) int value) {
    Reply echo = Reply.of(new RequestKey(address, 6, register, 1), "EA0000G000", value);

    Reply decoded = (Reply) Envelope.decode(Envelope.encodeReply("WG0000G000", echo));

    assertThat(decoded.key()).isEqualTo(echo.key());
    assertThat(decoded.words()).containsExactly(value);
  }

  @Property(tries = 300)
  void aRefusalSurvivesTheEnvelope(
      @ForAll @IntRange(max = 3) int function,
      @ForAll @IntRange(max = 255) int address,
      @ForAll @IntRange(max = 65535) int base,
      @ForAll @IntRange(max = 65535) int count) {
    Refusal refusal = new Refusal(address, FUNCTIONS[function], base, count, "EA0000G000");

    assertThat(Envelope.decode(Envelope.encodeRefusal("WG0000G000", refusal))).isEqualTo(refusal);
  }

  @Property(tries = 300)
  void aHeartbeatSurvivesTheEnvelope(
      @ForAll @IntRange(max = 1) int unit,
      @ForAll @StringLength(10) @CharRange(from = 0, to = 255) String serial,
      @ForAll @IntRange(max = 255) int type) {
    Heartbeat heartbeat = new Heartbeat(unit, serial, type);

    assertThat(Envelope.decode(Envelope.encodeHeartbeat(heartbeat))).isEqualTo(heartbeat);
  }
}
