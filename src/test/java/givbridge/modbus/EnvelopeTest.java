package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.Frame.Stray;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of real devices, byte for byte; serials are replaced and checksums follow them. */
class EnvelopeTest {

  private static final String DONGLE = "WG0000G000";
  private static final String READ_HOLDING_0_60 =
      "59590001009e010257473030303047303030000000000000008a3103454130303030473030300000003c2001000"
          + "30c3200000000c3500e100001445a3030303047303030454130303030473030300bc703910000039100020"
          + "000c000000017700001000000000011000100040007008c00180003000800090018001b000100030000000"
          + "0000000650001000000000064000000000001000100ba0708072600010000e4c3";
  private static final String METER_PRODUCT_HEAD =
      "59590001009e010257543233333747303030000000000000008a021654433233333747303030003c003c0dc149d7"
          + "0045535400880100010000012580";

  @ParameterizedTest
  @CsvSource({
    "11 03 0000 003C, 47 4B", "11 04 0000 003C, F2 8B", "11 03 003C 003C, 87 47",
    "11 04 00B4 003C, B2 AD", "11 03 0078 003C, C7 52", "11 04 03E8 003C, 72 FB",
    "11 03 00F0 003C, 47 78", "11 04 0550 0036, 72 51", "11 03 012C 003C, 87 7E",
    "11 04 0640 003C, F3 D7", "11 03 013E 0003, 67 6B", "11 04 0730 0014, F3 EE",
    "11 03 03E8 003C, C7 3B", "11 04 07F8 0037, 33 C9", "11 03 0424 003C, 06 70",
    "32 04 003C 003C, 35 D4", "11 03 0460 0005, 86 77", "33 04 003C 003C, 34 05",
    "11 03 07F8 0024, C7 C4", "A0 04 003C 0005, E9 74", "31 04 003C 003C, 35 E7",
    "70 04 003C 003C, 3A F6", "01 04 003C 001E, B0 0E", "50 04 003C 003C, 3D 96",
    "11 06 0014 0000, CB 5E", "11 06 0014 0001, 0A 9E", "11 06 001B 0001, 3A 9D",
    "11 06 003B 0001, 3B 57", "11 06 005E 06A4, E8 93", "11 06 0060 0001, 4A 84",
    "11 06 006E 0004, EB 44", "11 06 006F 0032, 3A 92", "11 06 0070 0032, 0B 54",
    "11 06 00A3 0064, 7A 93"
  })
  void aRequestHasTheBytesThatRealClientsSend(String inner, String crc) {
    byte[] words = hex(inner);
    byte[] frame = Envelope.encodeRequest(request(words));

    assertThat(hex(frame, 0, 8)).isEqualTo("59590001001c0102");
    assertThat(hex(frame, 18, 34))
        .isEqualTo(("0000000000000008" + inner + crc).replace(" ", "").toLowerCase());
    assertThat(frame).hasSize(34);
    assertThat(((Request) Envelope.decode(frame)).key()).isEqualTo(RequestKey.of(request(words)));
  }

  @Test
  void aReadReplyIsTheFrameOfAnAllInOne() {
    Reply reply = Reply.of(new RequestKey(0x11, 3, 0, 1), "CH2414G000", 0x8001);
    String bytes =
        "5959000100280102574a32343134473030300000000000000014110343483234313447303030000000018001e3f7";

    assertThat(Envelope.encodeReply("WJ2414G000", reply)).isEqualTo(hex(bytes));
    Reply decoded = (Reply) Envelope.decode(hex(bytes));
    assertThat(decoded.key()).isEqualTo(reply.key());
    assertThat(decoded.inverterSerial()).isEqualTo("CH2414G000");
    assertThat(decoded.words()).containsExactly(0x8001);
    assertThat(decoded.response()).isInstanceOf(ReadMultipleRegistersResponse.class);
    assertThat(decoded.response().getUnitID()).isEqualTo(0x11);
  }

  @Test
  void aReadReplyOfFiveInputRegistersIsTheFrameOfABatteryStack() {
    Reply reply = Reply.of(new RequestKey(0xA0, 4, 60, 5), "TC2337G000", 1, 1, 6, 0x90, 0x48);
    String bytes =
        "595900010030010257543233333747303030000000000000001ca00454433233333747303030003c0005"
            + "0001000100060090004876ed";

    assertThat(Envelope.encodeReply("WT2337G000", reply)).isEqualTo(hex(bytes));
    Reply decoded = (Reply) Envelope.decode(hex(bytes));
    assertThat(decoded.words()).containsExactly(1, 1, 6, 0x90, 0x48);
    assertThat(decoded.response()).isInstanceOf(ReadInputRegistersResponse.class);
  }

  @Test
  void sixtyRegistersOfARealInverterAreReadAndWrittenAlike() {
    byte[] bytes = hex(READ_HOLDING_0_60);
    Reply reply = (Reply) Envelope.decode(bytes);

    assertThat(reply.key()).isEqualTo(new RequestKey(0x31, 3, 0, 60));
    assertThat(reply.words()).hasSize(60).startsWith(0x2001, 3, 0x0C32).endsWith(1, 0);
    assertThat(Envelope.encodeReply(DONGLE, reply)).isEqualTo(bytes);
  }

  @Test
  void aMeterProductReplyHasTheWordsOfItsMeter() {
    byte[] bytes = Arrays.copyOf(hex(METER_PRODUCT_HEAD), 164);
    bytes[162] = (byte) 0x8E;
    bytes[163] = (byte) 0x9F;
    Reply reply = (Reply) Envelope.decode(bytes);

    assertThat(reply.key()).isEqualTo(new RequestKey(2, 0x16, 60, 60));
    assertThat(reply.words())
        .startsWith(0x0DC1, 0x49D7, 0x45, 0x5354, 0x88, 0x100, 0x100, 1, 9600, 0);
    assertThat(reply.response()).isInstanceOf(ReadMeterProductResponse.class);
    assertThat(Envelope.encodeReply("WT2337G000", reply)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0, 5959000100260102574730303030473030300000000000000012110645413030303047303030"
        + "00140000d7f1",
    "94, 1700, 5959000100260102574730303030473030300000000000000012110645413030303047303030"
        + "005e06a4f43c"
  })
  void aWriteEchoIsTheFrameOfASecondGenerationHybrid(int register, int value, String bytes) {
    Reply reply = Reply.of(new RequestKey(0x11, 6, register, 1), "EA0000G000", value);

    assertThat(Envelope.encodeReply(DONGLE, reply)).isEqualTo(hex(bytes));
    Reply decoded = (Reply) Envelope.decode(hex(bytes));
    assertThat(decoded.key()).isEqualTo(reply.key());
    assertThat(decoded.words()).containsExactly(value);
  }

  @Test
  void aRequestOfTheCloudIsReadAlthoughItsUnitIdIsZero() {
    byte[] bytes = hex("59590001001c00025747303030304730303000000000000000081106001400 00cb5e");

    Request request = (Request) Envelope.decode(bytes);

    assertThat(request.key()).isEqualTo(new RequestKey(0x11, 6, 20, 1));
    assertThat(request.request()).isInstanceOf(WriteSingleRegisterRequest.class);
  }

  @ParameterizedTest
  @CsvSource({
    "574a3234313447303030, WJ2414G000, 118343483234313447303030044c003c865d, 17, 3, 1100, 60",
    "57463231323547303030, WF2125G000, 31845341323131344730303000b400004582, 49, 4, 180, 0",
    "57463231323547303030, WF2125G000, 32845341323131344730303000ec003c84b1, 50, 4, 236, 60",
    "57463231323547303030, WF2125G000, 3184534132313134473030300000000005a4, 49, 4, 0, 0"
  })
  void aRefusalIsTheFrameOfTheDevicesThatSentIt(
      String serial, String dongle, String inner, int address, int function, int base, int count) {
    byte[] bytes = hex("5959000100260102" + serial + "0000000000000012" + inner);

    Refusal refusal = (Refusal) Envelope.decode(bytes);

    assertThat(refusal)
        .isEqualTo(new Refusal(address, function, base, count, refusal.inverterSerial()));
    assertThat(Envelope.encodeRefusal(dongle, refusal)).isEqualTo(bytes);
  }

  @Test
  void aRefusalBelongsToTheRequestWhoseBaseItRepeatsOrLeavesOut() {
    RequestKey asked = new RequestKey(0x31, 4, 180, 60);

    assertThat(new Refusal(0x31, 4, 180, 60, "").mayAnswer(asked)).isTrue();
    assertThat(new Refusal(0x31, 4, 0, 0, "").mayAnswer(asked)).isTrue();
    assertThat(new Refusal(0x31, 4, 60, 0, "").mayAnswer(asked)).isTrue();
    assertThat(new Refusal(0x31, 4, 60, 60, "").mayAnswer(asked)).isFalse();
    assertThat(new Refusal(0x31, 3, 180, 60, "").mayAnswer(asked)).isFalse();
    assertThat(new Refusal(0x11, 4, 180, 60, "").mayAnswer(asked)).isFalse();
  }

  @Test
  void aHeartbeatGoesBackByteForByte() {
    byte[] bytes = hex("59590001000d0101574a323431344730303001");

    Heartbeat heartbeat = (Heartbeat) Envelope.decode(bytes);

    assertThat(heartbeat).isEqualTo(new Heartbeat(1, "WJ2414G000", 1));
    assertThat(Envelope.encodeHeartbeat(heartbeat)).isEqualTo(bytes);
  }

  @Test
  void theTextBroadcastOfADongleIsKnownAndCanBeMade() {
    byte[] bytes =
        hex(
            "5959000100400102574f3030303047303030000000000000002c3030302e3030302e302e30302c3030302e"
                + "3030302e3030302e302c3030302e3030302e302e300d0a0d0ab4f2");
    byte[] made = FaultyFrames.lanConfig("WO0000G000", "000.000.0.00,000.000.000.0,000.000.0.0");

    assertThat(kind(bytes)).isEqualTo(StrayKind.LAN_CONFIG);
    assertThat(Arrays.copyOf(made, 68)).isEqualTo(Arrays.copyOf(bytes, 68));
    assertThat(kind(made)).isEqualTo(StrayKind.LAN_CONFIG);
  }

  @Test
  void theFaultsOfRealDonglesAreNamed() {
    byte[] good = hex(READ_HOLDING_0_60);

    assertThat(kind(FaultyFrames.badCrc(good))).isEqualTo(StrayKind.BAD_CRC);
    assertThat(kind(FaultyFrames.zeroTail(good, 40))).isEqualTo(StrayKind.BAD_CRC);
    assertThat(kind(FaultyFrames.zeroTail(good, 1000))).isEqualTo(StrayKind.JUNK_BYTES);
    assertThat(FaultyFrames.nullResponse(DONGLE, 0x31)).hasSize(164).endsWith(0, 0);
    assertThat(kind(FaultyFrames.nullResponse(DONGLE, 0x31))).isEqualTo(StrayKind.NULL_RESPONSE);
    assertThat(good).isEqualTo(hex(READ_HOLDING_0_60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11 39 0000 0001", // a request of a function that an EMS was seen to use
        "11 10 45413030303047303030 0014 0000", // a reply to a write of several registers
        "11 B9 45413030303047303030 0014 0000" // the refusal of a function nobody uses
      })
  void aFunctionOfTheCloudIsUnknown(String inner) {
    assertThat(kind(Envelope.encodeInner(DONGLE, hex(inner))))
        .isEqualTo(StrayKind.UNKNOWN_FUNCTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11 03 45413030303047303030 0000 0002 0001", // fewer words than the count says
        "11 03 45413030303047303030 0000 0000", // a reply without words
        "11 06 45413030303047303030 0014 0000 0000", // an echo of two words
        "11 83 45413030303047303030 0014 0000 0000", // a refusal with words
        "11 03 4541303030304730" // ends within the serial
      })
  void aFrameWhoseLengthsContradictIsRefusedAlthoughItsChecksumHolds(String inner) {
    assertThat(kind(Envelope.encodeInner(DONGLE, hex(inner)))).isEqualTo(StrayKind.BAD_LENGTH);
  }

  @Test
  void aRequestWithoutInnerLengthIsRefusedAsDonglesDo() {
    byte[] frame = Envelope.encodeRequest(new ReadMultipleRegistersRequest(0, 60));
    frame[25] = 0;

    assertThat(kind(frame)).isEqualTo(StrayKind.BAD_LENGTH);
  }

  @Test
  void whatIsNoWholeFrameIsAStray() {
    byte[] good = hex(READ_HOLDING_0_60);
    byte[] longHeartbeat = hex("59590001000e0101574a32343134473030300100");
    byte[] shortInner = hex("59590001000d0102574a323431344730303001");

    assertThat(kind(new byte[0])).isEqualTo(StrayKind.JUNK_BYTES);
    assertThat(kind(Arrays.copyOf(good, 100))).isEqualTo(StrayKind.BAD_LENGTH);
    assertThat(kind(longHeartbeat)).isEqualTo(StrayKind.BAD_LENGTH);
    assertThat(kind(shortInner)).isEqualTo(StrayKind.BAD_LENGTH);
  }

  @Test
  void whatTheEnvelopeCannotCarryIsRefusedWithWords() {
    assertThatThrownBy(() -> Envelope.encodeRequest(new ReadCoilsRequest(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ReadCoilsRequest cannot be sent to an inverter");
    assertThatThrownBy(() -> Reply.of(new RequestKey(0x11, 3, 0, 2), "", 1))
        .hasMessage("1 words cannot answer: read holding 0x11 0+2");
    assertThatThrownBy(() -> Reply.of(new RequestKey(0x11, 16, 0, 1), "", 1))
        .hasMessage("no reply exists to: function 16 0x11 0+1");
  }

  @Test
  void keysSayInWordsWhatIsAsked() {
    assertThat(new RequestKey(0x32, 4, 60, 60)).hasToString("read input 0x32 60+60");
    assertThat(new RequestKey(0x11, 6, 20, 1)).hasToString("write 0x11 20+1");
    assertThat(new RequestKey(1, 0x16, 60, 60)).hasToString("read meter product 0x01 60+60");
  }

  @Test
  void aMeterProductRequestAnswersAsItself() {
    ReadMeterProductRequest request = new ReadMeterProductRequest(60, 2);
    request.setUnitID(3);

    ReadMeterProductResponse response = request.getResponse();

    assertThat(response.getUnitID()).isEqualTo(3);
    assertThat(response.getFunctionCode()).isEqualTo(0x16);
  }

  @Test
  void strayKindsHaveStableNames() {
    assertThat(Arrays.stream(StrayKind.values()).map(StrayKind::metricName))
        .containsExactly(
            "junk-bytes",
            "bad-length",
            "bad-crc",
            "null-response",
            "lan-config",
            "unknown-function",
            "unexpected-request",
            "unsolicited-reply",
            "foreign-write-echo",
            "late-reply",
            "unmatched-error");
  }

  private static StrayKind kind(byte[] frame) {
    return ((Stray) Envelope.decode(frame)).kind();
  }

  private static ModbusRequest request(byte[] inner) {
    int base = (inner[2] & 0xFF) << 8 | inner[3] & 0xFF;
    int last = (inner[4] & 0xFF) << 8 | inner[5] & 0xFF;
    ModbusRequest request =
        switch (inner[1]) {
          case 3 -> new ReadMultipleRegistersRequest(base, last);
          case 4 -> new ReadInputRegistersRequest(base, last);
          default -> new WriteSingleRegisterRequest(base, new SimpleRegister(last));
        };
    request.setUnitID(inner[0] & 0xFF);
    return request;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }
}
