package givbridge.modbus;

import java.util.Locale;

/** Why something that arrived is no data. The names are stable, since metrics carry them. */
public enum StrayKind {
  /** Bytes between frames, or a header with impossible values. */
  JUNK_BYTES,
  /** The lengths within a frame contradict each other. */
  BAD_LENGTH,
  /** The checksum is wrong; on real dongles a frame whose tail was zeroed. */
  BAD_CRC,
  /** A frame of zeros with function 0, sent now and then by first-generation dongles. */
  NULL_RESPONSE,
  /** The network settings of the dongle as text, broadcast by some dongles every 180 s. */
  LAN_CONFIG,
  /** A function which no local client uses; the vendor's cloud does. */
  UNKNOWN_FUNCTION,
  /** A request, where only replies are expected. */
  UNEXPECTED_REQUEST,
  /** A valid reply to a read of another client. */
  UNSOLICITED_REPLY,
  /** The echo of a write of another client. */
  FOREIGN_WRITE_ECHO,
  /** A valid reply to a request of ours that was answered or given up before. */
  LATE_REPLY,
  /** An error frame which belongs to no request in flight. */
  UNMATCHED_ERROR;

  /** The name in lower case with hyphens, as {@code bad-crc}. */
  public String metricName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
