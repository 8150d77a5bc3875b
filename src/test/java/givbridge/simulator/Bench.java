package givbridge.simulator;

import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.registers.Decoder;
import givbridge.registers.Enumerations;
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.tables.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A living plant on a table, with a clock that the test moves; fields go by their names. */
final class Bench {

  static final Profiles PROFILES = Profiles.load();
  private static final RegisterMaps MAPS = maps();

  final SettableTime time;
  final LivePlant plant;

  Bench(String profile, String start) {
    this(profile, start, Surroundings.england(PROFILES.house(), 7));
  }

  Bench(String profile, String start, Surroundings surroundings) {
    time = new SettableTime(start);
    plant = new LivePlant(PROFILES.get(profile), Conditions.usual(surroundings, 7), time);
  }

  /** A sky and a house that never change: watts of each string, and of the house. */
  static Surroundings steady(double sun, double load) {
    return new Surroundings() {
      @Override
      public double solar(SolarString string, Instant at) {
        return string.peakWatts() > 0 ? sun : 0;
      }

      @Override
      public double load(Instant at) {
        return load;
      }
    };
  }

  Bench pass(Duration duration) {
    time.pass(duration);
    return this;
  }

  /** The number in a field of the inverter. */
  double number(String field) {
    return ((Value.Amount) value(0x11, inverter(field))).number().doubleValue();
  }

  double packNumber(int address, String field) {
    return ((Value.Amount) value(address, pack(field))).number().doubleValue();
  }

  Value value(String field) {
    return value(0x11, inverter(field));
  }

  Value value(int address, RegisterRow row) {
    Outcome outcome =
        plant.read(
            new RequestKey(address, row.bank().function(), row.address(), row.addresses().size()));
    int[] words = ((Reply) ((Outcome.Answered) outcome).frame()).words();
    Reading reading = Decoder.decode(row, (bank, at) -> words[at - row.address()], Instant.EPOCH);
    return ((Reading.Known) reading).value();
  }

  /** Writes words to the field's registers one by one; whether all were taken. */
  boolean write(String field, int... words) {
    boolean taken = true;
    for (int i = 0; i < words.length; i++) {
      RequestKey key = RequestKey.write(0x11, inverter(field).addresses().get(i));
      taken &=
          plant.write(key, words[i]) instanceof Outcome.Answered answered
              && !(answered.frame() instanceof Refusal);
    }
    return taken;
  }

  static RegisterRow inverter(String field) {
    return MAPS.get("inverter-single-phase")
        .orElseThrow()
        .forTraits(Set.of("HYBRID_GEN1", "pv-strings"))
        .row(field)
        .orElseThrow();
  }

  static RegisterMap map(String name) {
    return MAPS.get(name).orElseThrow();
  }

  static RegisterRow pack(String field) {
    return MAPS.get("battery-lv").orElseThrow().row(field).orElseThrow();
  }

  private static RegisterMaps maps() {
    Faults faults = new Faults();
    RegisterMaps maps =
        RegisterMaps.load(
            List.of("inverter-single-phase", "battery-lv"), Enumerations.load(faults), faults);
    faults.throwIfAny();
    return maps;
  }
}
