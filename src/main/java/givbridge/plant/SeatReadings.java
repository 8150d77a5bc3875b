package givbridge.plant;

import givbridge.registers.Fields;
import givbridge.registers.Reading;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all blocks of one place say together, while a snapshot is put together. */
final class SeatReadings {
  private final Fields fields;
  private final @Nullable Reading[] values;
  private Map<String, Reading> others = Map.of();

  /**
   * Nothing yet.
   *
   * @param fields those of the device, as far as they are known at first
   */
  SeatReadings(Fields fields) {
    this.fields = fields;
    this.values = new Reading[fields.size()];
  }

  /** Takes a block in; its readings go before those that are there. */
  void put(Readings readings) {
    boolean same = readings.fields() == fields;
    for (int place = 0; place < readings.size(); place++) {
      int number = same ? readings.number(place) : fields.number(readings.name(place));
      if (number >= 0) {
        values[number] = readings.at(place);
      } else {
        putOther(readings.name(place), readings.at(place));
      }
    }
  }

  /** A block can be older than the device's register map, which firmware may change. */
  private void putOther(String name, Reading reading) {
    if (others.isEmpty()) {
      others = new HashMap<>();
    }
    others.put(name, reading);
  }

  /**
   * What a field says.
   *
   * @param likely its number, as far as is known; else -1
   */
  @Nullable Reading get(String name, int likely) {
    int number = fields.number(name, likely);
    return number < 0 ? others.get(name) : values[number];
  }
}
