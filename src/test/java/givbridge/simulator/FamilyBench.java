package givbridge.simulator;

import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.simulator.Layout.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A living plant of any family; its registers go by the names in its tables. */
final class FamilyBench {

  final SettableTime time;
  final LivePlant plant;
  private final Profile profile;

  FamilyBench(String profile, String start, Surroundings surroundings) {
    this.profile = Bench.PROFILES.get(profile);
    time = new SettableTime(start);
    plant = new LivePlant(this.profile, Conditions.usual(surroundings, 7), time);
  }

  /** In the night, with a house that takes so much. */
  static FamilyBench night(String profile, double load) {
    return new FamilyBench(profile, "2026-01-10T12:00:00Z", Bench.steady(0, load));
  }

  /** With so much from each string, and a house that takes so much. */
  static FamilyBench day(String profile, double sun, double load) {
    return new FamilyBench(profile, "2026-01-10T12:00:00Z", Bench.steady(sun, load));
  }

  FamilyBench pass(Duration duration) {
    time.pass(duration);
    return this;
  }

  double number(String field) {
    return number(0x11, Device.INVERTER, field, 0);
  }

  double number(int address, Device device, String field, int shift) {
    return ((Value.Amount) value(address, device, field, shift)).number().doubleValue();
  }

  String text(String field) {
    return text(0x11, Device.INVERTER, field, 0);
  }

  String text(int address, Device device, String field, int shift) {
    Value value = value(address, device, field, shift);
    return value instanceof Value.Code code ? code.name() : ((Value.Text) value).text();
  }

  private Value value(int address, Device device, String field, int shift) {
    RegisterRow row = row(device, field);
    int base = row.address() + shift;
    RequestKey key = new RequestKey(address, row.bank().function(), base, row.addresses().size());
    int[] words = ((Reply) ((Outcome.Answered) plant.read(key)).frame()).words();
    Reading reading = Decoder.decode(row, (bank, at) -> words[at - row.address()], Instant.EPOCH);
    return ((Reading.Known) reading).value();
  }

  boolean write(String field, int... words) {
    boolean taken = true;
    for (int i = 0; i < words.length; i++) {
      RequestKey key = RequestKey.write(0x11, row(Device.INVERTER, field).addresses().get(i));
      taken &=
          plant.write(key, words[i]) instanceof Outcome.Answered answered
              && !(answered.frame() instanceof Refusal);
    }
    return taken;
  }

  Outcome read(int address, Bank bank, int base, int count) {
    return plant.read(new RequestKey(address, bank.function(), base, count));
  }

  private RegisterRow row(Device device, String field) {
    Layout layout = profile.layout();
    Layout.Gauges gauges = layout.gauges();
    return Stream.of(
            gauges.plant().stream().filter(g -> g.device() == device).map(Layout.Gauge::row),
            gauges.units().stream().filter(g -> g.device() == device).map(Layout.UnitGauge::row),
            gauges.meters().stream()
                .filter(g -> device == Device.METER)
                .map(Layout.MeterGauge::row),
            gauges.counters().stream()
                .filter(g -> device == Device.INVERTER)
                .map(Layout.Counter::row),
            layout.steering().numbers().values().stream().filter(g -> device == Device.INVERTER),
            layout.steering().slots().stream()
                .filter(g -> device == Device.INVERTER)
                .map(Layout.Slot::row),
            layout.constants().containsKey(device)
                ? layout.constants().get(device).keySet().stream()
                : Stream.<RegisterRow>of())
        .flatMap(rows -> rows)
        .filter(row -> row.name().equals(field))
        .findFirst()
        .orElseThrow(() -> new AssertionError(device + " has no " + field));
  }
}
