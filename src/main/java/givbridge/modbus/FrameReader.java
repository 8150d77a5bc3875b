package givbridge.modbus;

import givbridge.modbus.Frame.Stray;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one direction of a connection into frames, however the bytes were split on their way. Never
 * throws, whatever comes; holds at most {@value #CAPACITY} bytes. Not for use by several threads.
 */
public final class FrameReader {

  private static final int CAPACITY = 2048;

  /** A longer run of junk is told in parts, so that a stream of nothing else is seen. */
  private static final int JUNK_REPORT = 1024;

  /** Room for one frame of a healthy device; there is a buffer for each of maybe many devices. */
  private static final int USUAL = 256;

  private byte[] buffer = new byte[USUAL];
  private int filled;
  private int junk;

  /** The frames completed by these bytes, in their order. */
  public List<Frame> feed(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    int taken = 0;
    while (taken < bytes.length) {
      int part = Math.min(bytes.length - taken, CAPACITY - filled);
      if (filled + part > buffer.length) {
        buffer = Arrays.copyOf(buffer, CAPACITY);
      }
      System.arraycopy(bytes, taken, buffer, filled, part);
      taken += part;
      filled += part;
      drain(frames);
    }
    return frames;
  }

  /** The frames completed by the readable bytes, which are read; the buffer is not released. */
  public List<Frame> feed(ByteBuf bytes) {
    byte[] copy = new byte[bytes.readableBytes()];
    bytes.readBytes(copy);
    return feed(copy);
  }

  private void drain(List<Frame> frames) {
    int at = 0;
    boolean enough = true;
    while (enough) {
      int start = markerFrom(at, filled);
      discard(start - at, frames);
      at = start;
      if (filled - at < Envelope.HEADER_SIZE) {
        enough = false;
      } else if (!Envelope.plausibleHeader(buffer, at)) {
        discard(1, frames);
        at++;
      } else {
        int size = Envelope.sizeOf(buffer, at);
        int second = secondMarker(at, size);
        if (second > at) {
          discard(second - at, frames);
          at = second;
        } else if (filled - at < size) {
          enough = false;
        } else {
          at += take(at, size, frames);
        }
      }
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
  }

  /**
   * Decodes the candidate and says how many bytes are done with. A broken one may have lost its
   * tail and run into the next frame, so the search goes on at a marker inside it; a whole one is
   * never split, since its words may look like a marker.
   */
  private int take(int at, int size, List<Frame> frames) {
    byte[] candidate = new byte[size];
    System.arraycopy(buffer, at, candidate, 0, size);
    Frame frame = Envelope.decode(candidate);
    tellJunk(frames);
    frames.add(frame);
    boolean broken =
        frame instanceof Stray stray
            && (stray.kind() == StrayKind.BAD_CRC || stray.kind() == StrayKind.BAD_LENGTH);
    return broken ? markerFrom(at + 1, at + size) - at : size;
  }

  /** Where the next marker is, or may be beginning in the last three bytes; else the end. */
  private int markerFrom(int from, int end) {
    for (int at = from; at < end; at++) {
      int seen = Math.min(Envelope.MARKER_SIZE, end - at);
      if (marker(at, seen)) {
        return at;
      }
    }
    return end;
  }

  private boolean marker(int at, int seen) {
    for (int i = 0; i < seen; i++) {
      int shift = Byte.SIZE * (Envelope.MARKER_SIZE - 1 - i);
      if (buffer[at + i] != (byte) (Envelope.MARKER >>> shift)) {
        return false;
      }
    }
    return true;
  }

  private int secondMarker(int at, int size) {
    int end = Math.min(filled, at + size);
    for (int next = at + 1; next < at + Envelope.NO_PAYLOAD_BEFORE; next++) {
      if (next + Envelope.MARKER_SIZE <= end && marker(next, Envelope.MARKER_SIZE)) {
        return next;
      }
    }
    return at;
  }

  private void discard(int bytes, List<Frame> frames) {
    junk += bytes;
    while (junk >= JUNK_REPORT) {
      frames.add(junkOf(JUNK_REPORT));
      junk -= JUNK_REPORT;
    }
  }

  private void tellJunk(List<Frame> frames) {
    if (junk > 0) {
      frames.add(junkOf(junk));
      junk = 0;
    }
  }

  private static Stray junkOf(int bytes) {
    return new Stray(StrayKind.JUNK_BYTES, bytes + " bytes between frames");
  }
}
