package givbridge.simulator;

import givbridge.simulator.Battery.Limits;
import givbridge.simulator.Equipment.Roof;
import givbridge.simulator.Wish.Level;
import givbridge.simulator.Wish.Sunshine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The physics of a plant: pure, and in slices short enough that powers may be taken as constant.
 *
 * @param equipment what it is built of
 * @param surroundings sky and house
 * @param slice longest time for which powers are taken as constant
 */
record PlantModel(Equipment equipment, Surroundings surroundings, Duration slice) {

  /** Part of the power that the inverter passes on, either way. */
  static final double EFFICIENCY = 0.97;

  /** Slices as short as the movements of a house. */
  static final Duration FINE = Duration.ofSeconds(30);

  /** Below a millisecond slices would not end, as a slow clock nears its midnight for ever. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private static final double NANOS = 1e9;
  private static final double MILLION = 1e6;

  /** The plant at a later moment; a moment that has passed already changes nothing. */
  PlantState step(PlantState state, Controls controls, Instant until) {
    PlantState now = state;
    while (now.at().isBefore(until)) {
      now = slice(now, controls, until);
    }
    return now;
  }

  /** The powers that flow at this moment. */
  Powers powers(PlantState state, Controls controls) {
    return powers(state, controls, seconds(slice));
  }

  private PlantState slice(PlantState state, Controls controls, Instant until) {
    Duration length = length(state, until);
    double seconds = seconds(length);
    Powers powers = powers(state, controls, seconds);
    LocalDateTime clock = state.clock().plusNanos(Math.round(length.toNanos() * rate()));
    Battery battery = state.battery().after(powers.units(), seconds);
    return new PlantState(
        state.at().plus(length),
        clock,
        battery,
        state.calibration().at(battery.level()),
        powers,
        state.ledger().plus(powers, seconds).on(clock.toLocalDate()));
  }

  /** A slice ends at the inverter's midnight, so that each day gets its own energy. */
  private Duration length(PlantState state, Instant until) {
    LocalDateTime midnight = state.clock().toLocalDate().plusDays(1).atStartOfDay();
    double toMidnight = Duration.between(state.clock(), midnight).toNanos() / rate();
    Duration day = Duration.ofNanos(Math.max(SHORTEST.toNanos(), (long) Math.ceil(toMidnight)));
    Duration left = Duration.between(state.at(), until);
    Duration shorter = left.compareTo(slice) < 0 ? left : slice;
    return day.compareTo(shorter) < 0 ? day : shorter;
  }

  private double rate() {
    return 1 + equipment.driftPpm() / MILLION;
  }

  private Powers powers(PlantState state, Controls controls, double seconds) {
    Roof roof = equipment.roof();
    double pv1 = surroundings.solar(roof.first(), state.at());
    double pv2 = surroundings.solar(roof.second(), state.at());
    double load = surroundings.load(state.at());
    double beside = roof.beside() ? pv1 + pv2 : 0;
    double sun = roof.beside() ? 0 : pv1 + pv2;
    Level level = new Level(state.battery().level(), state.calibration());
    Sunshine sunshine = new Sunshine(pv1 + pv2, surplus(sun, beside - load));
    Wish wish = Wish.of(controls, state.clock().toLocalTime(), level, sunshine);
    double wanted = state.battery().limit(wish, limits(controls), seconds);

    double mains = equipment.ratedWatts() * controls.number(Control.ACTIVE_POWER) / 100.0;
    double battery = Math.max(wanted, -sun - mains * EFFICIENCY);
    battery = Math.min(battery, Math.max(Math.min(battery, 0), mains / EFFICIENCY - sun));
    // What neither the mains nor the battery can take, the strings do not give.
    double kept = Math.min(sun, Math.max(0, mains / EFFICIENCY - battery));
    double part = sun > 0 ? kept / sun : 0;
    double direct = kept + battery;
    double inverter = direct > 0 ? direct * EFFICIENCY : direct / EFFICIENCY;
    return new Powers(
        pv1 * part, pv2 * part, beside, state.battery().shares(battery), inverter, load);
  }

  /**
   * What the battery would have to take for the meter to stand still.
   *
   * @param sun W into the inverter
   * @param mains W that the house's mains has too much, without the inverter
   */
  private static double surplus(double sun, double mains) {
    return sun + (mains > 0 ? mains * EFFICIENCY : mains / EFFICIENCY);
  }

  private Limits limits(Controls controls) {
    return new Limits(
        limit(controls.number(Control.CHARGE_RATE), controls.number(Control.CHARGE_PERCENT)),
        limit(controls.number(Control.DISCHARGE_RATE), controls.number(Control.DISCHARGE_PERCENT)));
  }

  /** The C-rate goes by the capacity, the percentage by the converter; the smaller one counts. */
  private double limit(int rate, int percent) {
    return Math.min(
        equipment.capacity() * rate / 100.0, equipment.batteryWatts() * percent / 100.0);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
