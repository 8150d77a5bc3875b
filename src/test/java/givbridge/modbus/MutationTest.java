package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ghgande.j2mod.modbus.util.ModbusUtil;
import givbridge.modbus.Frame.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million broken frames: nothing throws, and no words come out that no checksum vouches for. */
class MutationTest {

  private static final int FRAMES = 1_000_000;
  private static final int PER_READER = 1000;
  private static final int INNER_AT = 26;

  private final Random random = new Random(8899);
  private final List<byte[]> seeds =
      Captures.in(Captures.OWN).stream()
          .flatMap(file -> Captures.chunks(file, "rx").stream())
          .toList();

  @Test
  void aMillionMutatedFramesNeitherThrowNorYieldUnvouchedWords() {
    int replies = 0;
    int strays = 0;
    FrameReader reader = new FrameReader();
    byte[] before = new byte[0];
    for (int i = 0; i < FRAMES; i++) {
      if (i % PER_READER == 0) {
        reader = new FrameReader();
        before = new byte[0];
      }
      byte[] mutant = mutate(seeds.get(random.nextInt(seeds.size())));
      before = lastOf(before, mutant);
      for (Frame frame : reader.feed(mutant)) {
        if (frame instanceof Reply reply) {
          replies++;
          if (!vouched(reply, before)) {
            fail("mutant %d gave words without a checksum: %s", i, reply);
          }
        } else if (frame instanceof Frame.Stray) {
          strays++;
        }
      }
    }
    assertThat(replies).isGreaterThan(FRAMES / 10);
    assertThat(strays).isGreaterThan(FRAMES / 10);
  }

  private byte[] mutate(byte[] seed) {
    byte[] mutant = seed.clone();
    switch (random.nextInt(6)) {
      case 0 -> mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        return Arrays.copyOf(mutant, random.nextInt(mutant.length));
      }
      case 2 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int cut = random.nextInt(Math.min(mutant.length, other.length));
        System.arraycopy(other, cut, mutant, cut, Math.min(mutant.length, other.length) - cut);
      }
      case 3 -> Arrays.fill(mutant, random.nextInt(mutant.length), mutant.length, (byte) 0);
      case 4 -> {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        int at = random.nextInt(mutant.length);
        System.arraycopy(noise, 0, mutant, at, Math.min(noise.length, mutant.length - at));
      }
      default -> {}
    }
    return mutant;
  }

  /** Enough of the stream's end to hold any frame which the newest bytes complete. */
  private static byte[] lastOf(byte[] before, byte[] added) {
    int kept = Math.min(before.length, 2 * Envelope.MAX_FRAME);
    byte[] joined = new byte[kept + added.length];
    System.arraycopy(before, before.length - kept, joined, 0, kept);
    System.arraycopy(added, 0, joined, kept, added.length);
    return joined;
  }

  /** Whether the stream holds these very words with a checksum that fits them. */
  private static boolean vouched(Reply reply, byte[] stream) {
    byte[] frame = Envelope.encodeReply("", reply);
    int size = frame.length - INNER_AT;
    int[] crc = ModbusUtil.calculateCRC(frame, INNER_AT, frame.length - 2);
    for (int at = stream.length - size; at >= 0; at--) {
      int end = at + size;
      if (stream[end - 2] == (byte) crc[0]
          && stream[end - 1] == (byte) crc[1]
          && Arrays.equals(frame, INNER_AT, frame.length, stream, at, end)) {
        return true;
      }
    }
    return false;
  }
}
