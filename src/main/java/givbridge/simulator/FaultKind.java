package givbridge.simulator;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong on request; each was seen on a real dongle or inverter. */
public enum FaultKind {
  /** A request stays without an answer. */
  SILENCE,
  /** Only the first half of an answer is sent. */
  HALF_FRAME,
  /** The checksum of an answer is wrong. */
  BAD_CRC,
  /** An answer ends in zeros, checksum included. */
  ZEROED_TAIL,
  /** All registers of a read are zero, under a right checksum. */
  ALL_ZERO_BLOCK,
  /** An answer carries the serial of another inverter. */
  FOREIGN_SERIAL,
  /** The words of a battery's block are shifted by one byte, under a right checksum. */
  BYTE_SLIP,
  /** A request is refused. */
  ERROR_REPLY,
  /** An answer that nobody here asked for comes first. */
  UNSOLICITED_REPLY,
  /** The echo of somebody else's write comes first. */
  STRAY_ECHO,
  /** Bytes that are no frame come first. */
  GARBAGE,
  /** An answer is replaced by one with function 0. */
  NULL_RESPONSE,
  /** The dongle's network settings come first, as text. */
  LAN_CONFIG,
  /** An answer takes much longer, see {@link Habits#slowness()}. */
  SLOW,
  /** The connection is closed in place of an answer. */
  BROKEN_CONNECTION,
  /** A new connection is closed at once. */
  REFUSE_CONNECTIONS,
  /** A write is confirmed but not stored. */
  IGNORE_WRITES,
  /** A write is stored but not confirmed. */
  NO_ECHO,
  /** A block of 60 registers holds words of a TCP/IP packet. */
  LEAKED_PACKET,
  /** The dongle takes connections and sends heartbeats, but does nothing else. */
  ZOMBIE,
  /** The inverter says that the battery is at 0 percent. */
  SOC_ZERO;

  /** The name as the HTTP port has it, such as {@code bad-crc}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault of that label. */
  public static Optional<FaultKind> labelled(String label) {
    for (FaultKind kind : values()) {
      if (kind.label().equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
