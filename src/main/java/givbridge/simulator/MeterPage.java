package givbridge.simulator;

import givbridge.simulator.Layout.MeterGauge;
import givbridge.simulator.Subject.Meter;

/** Shows in a meter's registers what flows through it. */
record MeterPage(Meter meter) {

  private static final double WH_PER_KWH = 1000;

  void show(MeterGauge gauge, Electric electric, WordImage image) {
    if (gauge.phase() > meter.phases()) {
      return;
    }
    switch (gauge.quantity()) {
      case NUMBER -> image.putCount(gauge.row(), meter.number());
      case IMPORTED ->
          image.putCount(gauge.row(), counted(electric.state().ledger(), true) / WH_PER_KWH);
      case EXPORTED ->
          image.putCount(gauge.row(), counted(electric.state().ledger(), false) / WH_PER_KWH);
      default -> image.putNearest(gauge.row(), number(gauge, electric));
    }
  }

  private double number(MeterGauge gauge, Electric electric) {
    double watts = watts(electric, meter.phases() == 1 ? 0 : gauge.phase());
    return switch (gauge.quantity()) {
      case NUMBER, IMPORTED, EXPORTED ->
          throw new IllegalArgumentException(gauge.quantity() + " is no quantity");
      case VOLTS -> electric.gridVolts();
      case AMPS -> Math.abs(watts) / electric.gridVolts();
      case WATTS -> watts;
      case APPARENT -> Math.abs(watts);
      case EXPORT_FACTOR -> -Math.signum(watts);
      case IMPORT_FACTOR -> Math.signum(watts);
      case HERTZ -> electric.gridHertz();
    };
  }

  private double watts(Electric electric, int phase) {
    Powers powers = electric.state().powers();
    double made = electric.inPhase(powers.inverter() + powers.beside(), false, phase);
    double used = electric.inPhase(powers.load(), true, phase);
    return switch (meter.place()) {
      case GRID -> used - made;
      case SUN -> electric.inPhase(powers.sun(), false, phase);
      case HOUSE -> used;
    };
  }

  private double counted(Ledger ledger, boolean in) {
    return switch (meter.place()) {
      case GRID -> ledger.total(in ? Flow.IMPORT : Flow.EXPORT);
      case SUN -> in ? ledger.total(Flow.PV) : 0;
      case HOUSE -> in ? ledger.total(Flow.LOAD) : 0;
    };
  }
}
