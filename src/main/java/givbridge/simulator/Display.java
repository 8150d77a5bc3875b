package givbridge.simulator;

import givbridge.simulator.Layout.Gauges;
import givbridge.simulator.Layout.MeterGauge;
import givbridge.simulator.Layout.UnitGauge;
import givbridge.simulator.Subject.Meter;
import givbridge.simulator.Subject.Module;
import givbridge.simulator.Subject.OfUnit;

/**
 * The registers of every device of a plant, as its state has them.
 *
 * @param seed of the small movements
 */
record Display(Profile profile, long seed) {

  /** What stands in a device's registers whatever happens. */
  WordImage blank(Layout.Device device) {
    WordImage image = new WordImage();
    Layout layout = profile.layout();
    if (layout.constants().containsKey(device)) {
      layout.constants().get(device).forEach(image::put);
    }
    return image;
  }

  /**
   * Shows a state.
   *
   * @param image registers of the device, as they are apart from the state
   */
  void show(Subject subject, PlantState state, WordImage image) {
    Electric electric = new Electric(state, profile.units(), seed);
    Gauges gauges = profile.layout().gauges();
    new PlantPage(gauges, subject.device()).show(electric, image);
    for (UnitGauge gauge : gauges.units()) {
      if (gauge.device() == subject.device() && gauge.unit() <= profile.units().size()) {
        page(subject, gauge).show(gauge, electric, image);
      }
    }
    if (subject instanceof Meter meter) {
      for (MeterGauge gauge : gauges.meters()) {
        new MeterPage(meter).show(gauge, electric, image);
      }
    }
  }

  private UnitPage page(Subject subject, UnitGauge gauge) {
    if (gauge.unit() > 0) {
      return new UnitPage(profile.units().get(gauge.unit() - 1));
    }
    if (subject instanceof Module module) {
      return new UnitPage(module.unit(), module.place(), module.serial());
    }
    if (subject instanceof OfUnit of) {
      return new UnitPage(of.unit());
    }
    throw new IllegalStateException(gauge.row().name() + " belongs to no storage unit");
  }

  /** The serial under which a device answers. */
  String serial(Subject subject, String inverter) {
    if (!profile.manners().ownSerials()) {
      return inverter;
    }
    if (subject instanceof Module module) {
      return module.serial();
    }
    if (subject instanceof OfUnit of) {
      return of.unit().serial();
    }
    return subject instanceof Subject.Management ? profile.units().get(0).serial() : inverter;
  }
}
