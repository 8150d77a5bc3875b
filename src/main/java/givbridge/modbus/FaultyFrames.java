package givbridge.modbus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The faults seen on real dongles, for a simulator that must be as bad as they are. */
public final class FaultyFrames {

  private static final int NULL_INNER = 136;

  private FaultyFrames() {}

  /** The frame with a wrong checksum. */
  public static byte[] badCrc(byte[] frame) {
    byte[] damaged = frame.clone();
    damaged[damaged.length - 1] ^= 0x5A;
    return damaged;
  }

  /** The frame with its last bytes zero, checksum included: the usual fault of real dongles. */
  public static byte[] zeroTail(byte[] frame, int bytes) {
    byte[] damaged = frame.clone();
    Arrays.fill(damaged, Math.max(0, damaged.length - bytes), damaged.length, (byte) 0);
    return damaged;
  }

  /** The 164 bytes of a null response: only the device address is not zero. */
  public static byte[] nullResponse(String dongleSerial, int address) {
    byte[] inner = new byte[NULL_INNER];
    inner[0] = (byte) address;
    return zeroTail(Envelope.encodeInner(dongleSerial, inner), 2);
  }

  /**
   * The broadcast of network settings.
   *
   * @param text address, mask and gateway with commas between
   */
  public static byte[] lanConfig(String dongleSerial, String text) {
    return Envelope.encodeInner(
        dongleSerial, (text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
