package givbridge.simulator;

import givbridge.registers.RegisterRow;
import givbridge.simulator.Layout.Counter;
import givbridge.simulator.Layout.Device;
import givbridge.simulator.Layout.Gauge;
import givbridge.simulator.Layout.Gauges;
import givbridge.simulator.Layout.MeterGauge;
import givbridge.simulator.Layout.Period;
import givbridge.simulator.Layout.UnitGauge;
import givbridge.tables.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which registers show what.
 *
 * @param layout reader of the plant's layout
 */
record GaugeReader(LayoutReader layout) {

  private static final double WH_PER_KWH = 1000;

  Gauges read() {
    return new Gauges(plant(), counters(), history(), units(), meters());
  }

  private List<Gauge> plant() {
    List<Gauge> all = new ArrayList<>();
    for (Row row : layout.rows("gauges", "device", "quantity", "index", "field", "traits")) {
      Optional<Device> device = row.choice("device", Device.class);
      Optional<Quantity> quantity = row.choice("quantity", Quantity.class);
      Optional<RegisterRow> register = device.flatMap(known -> layout.field(row, known));
      if (quantity.isPresent() && register.isPresent()) {
        int index = row.integer("index").orElse(0);
        all.add(new Gauge(device.get(), quantity.get(), index, register.get()));
      }
    }
    return all;
  }

  private List<Counter> counters() {
    List<Counter> all = new ArrayList<>();
    for (Row row : layout.rows("counters", "flow", "period", "field", "traits")) {
      Optional<Flow> flow = row.choice("flow", Flow.class);
      Optional<Period> period = row.choice("period", Period.class);
      Optional<RegisterRow> register = layout.field(row, Device.INVERTER);
      if (flow.isPresent() && period.isPresent() && register.isPresent()) {
        all.add(new Counter(flow.get(), period.get(), register.get()));
      }
    }
    return all;
  }

  private Map<Flow, Double> history() {
    Map<Flow, Double> all = new EnumMap<>(Flow.class);
    for (Row row : layout.rows("history", "traits", "flow", "kwh")) {
      row.choice("flow", Flow.class)
          .ifPresent(
              flow ->
                  row.decimal("kwh")
                      .ifPresent(kwh -> all.put(flow, kwh.doubleValue() * WH_PER_KWH)));
    }
    return all;
  }

  private List<UnitGauge> units() {
    List<UnitGauge> all = new ArrayList<>();
    for (Row row :
        layout.rows("unit-gauges", "device", "quantity", "index", "unit", "field", "traits")) {
      Optional<Device> device = row.choice("device", Device.class);
      Optional<UnitQuantity> quantity = row.choice("quantity", UnitQuantity.class);
      Optional<RegisterRow> register = device.flatMap(known -> layout.field(row, known));
      if (quantity.isPresent() && register.isPresent()) {
        int index = row.integer("index").orElse(0);
        int unit = row.integer("unit").orElse(0);
        all.add(new UnitGauge(device.get(), quantity.get(), index, unit, register.get()));
      }
    }
    return all;
  }

  private List<MeterGauge> meters() {
    List<MeterGauge> all = new ArrayList<>();
    for (Row row : layout.rows("meter-gauges", "quantity", "phase", "field", "traits")) {
      Optional<RegisterRow> register = layout.field(row, Device.METER);
      row.choice("quantity", MeterQuantity.class)
          .ifPresent(
              quantity ->
                  register.ifPresent(
                      found ->
                          all.add(
                              new MeterGauge(quantity, row.integer("phase").orElse(0), found))));
    }
    return all;
  }
}
