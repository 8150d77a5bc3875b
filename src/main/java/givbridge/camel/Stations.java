package givbridge.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All configured inverters, by number and by serial number. */
final class Stations implements AutoCloseable {
  private final List<Station> all;
  private final Map<String, Integer> claims = new HashMap<>();

  /** The inverters in the order of their numbers, which begin at 1 and have no gaps. */
  Stations(List<Station> all) {
    this.all = List.copyOf(all);
  }

  List<Station> all() {
    return all;
  }

  /**
   * The inverter of that number.
   *
   * @throws UnknownInverterException if there is none
   */
  Station number(int number) {
    if (number < 1 || number > all.size()) {
      throw new UnknownInverterException("there is no inverter " + number);
    }
    return all.get(number - 1);
  }

  /**
   * The inverter of that serial number, once it was found.
   *
   * @throws UnknownInverterException if there is none
   */
  Station serial(String serial) {
    return bySerial(serial)
        .orElseThrow(() -> new UnknownInverterException("there is no inverter " + serial));
  }

  private Optional<Station> bySerial(String serial) {
    return all.stream()
        .filter(station -> station.excluded().isEmpty())
        .filter(station -> station.serial().filter(serial::equals).isPresent())
        .findFirst();
  }

  /**
   * Takes a serial number for the inverter of that number, in place of what it had taken before.
   * The first to ask has it, so that two that are found at the same time cannot both get it.
   *
   * @return the number of the inverter that has the serial number now
   */
  synchronized int claim(int number, String serial) {
    claims.values().removeIf(owner -> owner == number);
    claims.putIfAbsent(serial, number);
    return claims.getOrDefault(serial, number);
  }

  @Override
  public void close() {
    all.forEach(station -> station.parts().lane().close());
  }
}
