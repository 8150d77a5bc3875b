package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.modbus.Frame.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every reply of every recording, spoiled on its way with the checksum as it was: a byte slipped, a
 * tail of zeros, the end of another reply. None of them gives words. Longer recordings are looked
 * for in the folder that the system property {@code givbridge.captures} names.
 */
class CorruptedFramesTest {
  private static final Path ALL =
      Path.of(System.getProperty("givbridge.captures", "../shared/captures"));

  /** Where the address of the device stands, the first byte that the checksum is of. */
  private static final int INNER_AT = 26;

  private static final int CRC_SIZE = 2;

  /** It shares no factor with the size of a register, so that both bytes get their turn. */
  private static final int STRIDE = 7;

  private int spoiled;
  private final List<String> complaints = new ArrayList<>();

  @Test
  void noSpoiledReplyOfTheProjectsOwnRecordingsGivesWords() {
    spoilAll(Captures.OWN);
    assertThat(complaints).isEmpty();
    assertThat(spoiled).isGreaterThan(5000);
  }

  @Test
  void noSpoiledReplyOfLongRecordingsGivesWords() {
    assumeTrue(Files.isDirectory(ALL), "no folder of recordings at " + ALL);
    spoilAll(ALL);
    assertThat(complaints).isEmpty();
    assertThat(spoiled).isGreaterThan(20000);
  }

  private void spoilAll(Path folder) {
    for (Path file : Captures.in(folder)) {
      List<byte[]> replies =
          Captures.frames(file, "rx").stream()
              .filter(frame -> frame instanceof Reply)
              .map(frame -> Envelope.encodeReply("WX2323G000", (Reply) frame))
              .toList();
      for (int i = 0; i < replies.size(); i++) {
        byte[] other = replies.get((i + 1) % replies.size());
        for (int from : places(replies.get(i).length - CRC_SIZE)) {
          spoil(replies.get(i), other, from);
        }
      }
    }
  }

  private static int[] places(int end) {
    return IntStream.range(INNER_AT, end)
        .filter(at -> (at - INNER_AT) % STRIDE == 0 || at == end - 1)
        .toArray();
  }

  private void spoil(byte[] reply, byte[] other, int from) {
    int end = reply.length - CRC_SIZE;
    byte[] slipped = reply.clone();
    System.arraycopy(reply, from, slipped, from + 1, end - from - 1);
    expectNoWords(reply, slipped, "a slip", from);

    byte[] zeroed = reply.clone();
    Arrays.fill(zeroed, from, end, (byte) 0);
    expectNoWords(reply, zeroed, "zeros", from);

    byte[] mixed = reply.clone();
    int common = Math.min(end, other.length - CRC_SIZE);
    System.arraycopy(
        other, Math.min(from, common), mixed, Math.min(from, common), Math.max(common - from, 0));
    expectNoWords(reply, mixed, "another reply", from);
  }

  private void expectNoWords(byte[] reply, byte[] mutant, String how, int from) {
    if (Arrays.equals(reply, mutant)) {
      return;
    }
    spoiled++;
    // A good one follows, which must not be lost for it.
    byte[] both = Arrays.copyOf(mutant, mutant.length + reply.length);
    System.arraycopy(reply, 0, both, mutant.length, reply.length);
    List<Frame> replies =
        new FrameReader().feed(both).stream().filter(frame -> frame instanceof Reply).toList();
    if (replies.size() != 1
        || !Arrays.equals(Envelope.encodeReply("WX2323G000", (Reply) replies.get(0)), reply)) {
      complaints.add(how + " from byte " + from + " gave " + replies);
    }
  }
}
