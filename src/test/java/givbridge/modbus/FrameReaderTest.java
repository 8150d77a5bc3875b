package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import givbridge.modbus.Frame.Heartbeat;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.Frame.Request;
import givbridge.modbus.Frame.Stray;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private static final byte[] HEARTBEAT =
      Envelope.encodeHeartbeat(new Heartbeat(1, "WG0000G000", 1));
  private static final byte[] REPLY =
      Envelope.encodeReply(
          "WG0000G000", Reply.of(new RequestKey(0x11, 4, 10, 3), "EA0000G000", 1, 0x5959, 1));

  @Test
  void severalFramesOfOneSegmentComeOutInOrder() {
    assertThat(names(new FrameReader().feed(join(REPLY, HEARTBEAT, REPLY))))
        .containsExactly("reply", "heartbeat", "reply");
  }

  @Test
  void aBufferOfTheNetworkIsReadToItsEnd() {
    var bytes = Unpooled.wrappedBuffer(join(HEARTBEAT, REPLY));

    assertThat(names(new FrameReader().feed(bytes))).containsExactly("heartbeat", "reply");
    assertThat(bytes.isReadable()).isFalse();
  }

  @Test
  void junkBetweenFramesIsSkippedAndTold() {
    List<Frame> frames =
        new FrameReader().feed(join(bytes("00005959"), HEARTBEAT, bytes("595900"), REPLY));

    assertThat(frames.get(0)).isEqualTo(new Stray(StrayKind.JUNK_BYTES, "4 bytes between frames"));
    assertThat(frames.get(2)).isEqualTo(new Stray(StrayKind.JUNK_BYTES, "3 bytes between frames"));
    assertThat(names(frames)).containsExactly("junk-bytes", "heartbeat", "junk-bytes", "reply");
  }

  @Test
  void aMarkerWithinAWholeFrameIsPayload() {
    byte[] frame =
        Envelope.encodeReply(
            "WG0000G000",
            Reply.of(new RequestKey(0x11, 4, 0, 5), "EA0000G000", 0x5959, 1, 0x28, 0x102, 7));

    assertThat(new FrameReader().feed(frame))
        .singleElement()
        .satisfies(
            it -> assertThat(((Reply) it).words()).containsExactly(0x5959, 1, 0x28, 0x102, 7));
  }

  @Test
  void aMarkerTooEarlyForPayloadShowsThatTheFirstOneWasJunk() {
    assertThat(names(new FrameReader().feed(join(Arrays.copyOf(REPLY, 12), REPLY))))
        .containsExactly("junk-bytes", "reply");
  }

  @Test
  void impossibleHeadersAreJunk() {
    byte[] tooLong = bytes("5959000101FF0102");
    byte[] strangeUnit = bytes("59590001001C0702");
    byte[] strangeKind = bytes("59590001001C0103");

    assertThat(names(new FrameReader().feed(join(tooLong, strangeUnit, strangeKind, HEARTBEAT))))
        .containsExactly("junk-bytes", "heartbeat");
  }

  @Test
  void aFrameThatLostItsTailDoesNotSwallowTheNext() {
    byte[] cut = Arrays.copyOf(REPLY, REPLY.length - 6);

    assertThat(names(new FrameReader().feed(join(cut, HEARTBEAT, REPLY))))
        .containsExactly("bad-crc", "heartbeat", "reply");
  }

  @Test
  void anEndlessStreamOfJunkIsToldAndKeepsNothing() {
    FrameReader reader = new FrameReader();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      told.addAll(names(reader.feed(new byte[1000])));
    }

    assertThat(told).hasSize(97).containsOnly("junk-bytes");
    assertThat(names(reader.feed(HEARTBEAT))).containsExactly("junk-bytes", "heartbeat");
  }

  @Test
  void theFramesAreTheSameWhereverTheStreamIsSplit() {
    byte[] request = Envelope.encodeRequest(new ReadMultipleRegistersRequest(0, 60));
    byte[] broken = FaultyFrames.badCrc(REPLY);
    byte[] stream =
        join(
            bytes("0059"),
            HEARTBEAT,
            REPLY,
            bytes("595900015959"),
            broken,
            Arrays.copyOf(REPLY, 30),
            REPLY,
            request,
            HEARTBEAT);
    List<String> whole = texts(new FrameReader().feed(stream));

    for (int split = 0; split <= stream.length; split++) {
      FrameReader reader = new FrameReader();
      List<Frame> parts = new ArrayList<>(reader.feed(Arrays.copyOf(stream, split)));
      parts.addAll(reader.feed(Arrays.copyOfRange(stream, split, stream.length)));
      assertThat(texts(parts)).as("split at %d", split).isEqualTo(whole);
    }
    assertThat(texts(byteByByte(stream))).isEqualTo(whole);
  }

  private static List<Frame> byteByByte(byte[] stream) {
    FrameReader reader = new FrameReader();
    List<Frame> frames = new ArrayList<>();
    for (byte octet : stream) {
      frames.addAll(reader.feed(new byte[] {octet}));
    }
    return frames;
  }

  private static List<String> names(List<Frame> frames) {
    return frames.stream().map(FrameReaderTest::name).toList();
  }

  private static String name(Frame frame) {
    return frame instanceof Stray stray
        ? stray.kind().metricName()
        : frame.getClass().getSimpleName().toLowerCase();
  }

  private static List<String> texts(List<Frame> frames) {
    return frames.stream()
        .map(
            frame ->
                frame instanceof Reply reply
                    ? reply.key() + Arrays.toString(reply.words())
                    : frame instanceof Request request ? request.key().toString() : "" + frame)
        .toList();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
