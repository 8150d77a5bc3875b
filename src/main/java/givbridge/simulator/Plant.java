package givbridge.simulator;

import givbridge.modbus.RequestKey;
import java.util.Map;

/** All devices behind one dongle. Not for use by several threads. */
interface Plant {

  /** Serial of the dongle, ten characters. */
  String dongleSerial();

  /** Serial of the inverter, ten characters. */
  String inverterSerial();

  /** Answers a read. */
  Outcome read(RequestKey key);

  /**
   * Stores a word and answers, as far as the unit does.
   *
   * @param value 0..65535
   */
  Outcome write(RequestKey key, int value);

  /** What a person wants to know of it, by name; numbers and texts only. */
  Map<String, Object> status();
}
