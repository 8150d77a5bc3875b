package givbridge.simulator;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that steers a plant, as its registers say now.
 *
 * @param numbers what is set; missing: the default
 * @param charge slots of the charge schedule
 * @param discharge slots of the discharge schedule
 * @param export slots of the export schedule
 * @param pause when {@link Control#PAUSE} counts; not set: always
 */
record Controls(
    Map<Control, Integer> numbers,
    List<Window> charge,
    List<Window> discharge,
    List<Window> export,
    Window pause) {

  private static final int NO_CHARGE = 1;
  private static final int NO_DISCHARGE = 2;
  private static final Window ALWAYS = new Window(LocalTime.MIN, LocalTime.MIN, 0);

  Controls {
    numbers = Map.copyOf(numbers);
    charge = List.copyOf(charge);
    discharge = List.copyOf(discharge);
    export = List.copyOf(export);
  }

  /** Numbers alone: no slot is set. */
  static Controls of(Map<Control, Integer> numbers) {
    return new Controls(numbers, List.of(), List.of(), List.of(), ALWAYS);
  }

  int number(Control control) {
    return numbers.getOrDefault(control, control.fallback());
  }

  boolean isOn(Control control) {
    return number(control) != 0;
  }

  /** The slot of the charge schedule that runs now, if the schedule does. */
  Optional<Window> chargingAt(LocalTime time) {
    return isOn(Control.CHARGE_SCHEDULE) ? running(charge, time) : Optional.empty();
  }

  /** The slot of the discharge schedule that runs now, if the schedule does. */
  Optional<Window> dischargingAt(LocalTime time) {
    return isOn(Control.DISCHARGE_SCHEDULE) ? running(discharge, time) : Optional.empty();
  }

  /** The slot of the export schedule that runs now, if the schedule does. */
  Optional<Window> exportingAt(LocalTime time) {
    return isOn(Control.EXPORT_SCHEDULE) ? running(export, time) : Optional.empty();
  }

  /** The slot of the discharge schedule in which full discharge is forced now. */
  Optional<Window> forcedDischargeAt(LocalTime time) {
    return isOn(Control.FORCE_DISCHARGE) ? running(discharge, time) : Optional.empty();
  }

  /** Whether the battery comes before the house now, as far as the sun goes. */
  boolean isChargeForcedAt(LocalTime time) {
    return isOn(Control.FORCE_CHARGE) && running(charge, time).isPresent();
  }

  boolean chargePausedAt(LocalTime time) {
    return (pauseAt(time) & NO_CHARGE) != 0;
  }

  boolean dischargePausedAt(LocalTime time) {
    return (pauseAt(time) & NO_DISCHARGE) != 0;
  }

  private int pauseAt(LocalTime time) {
    return !pause.isSet() || pause.contains(time) ? number(Control.PAUSE) : 0;
  }

  private static Optional<Window> running(List<Window> windows, LocalTime time) {
    return windows.stream().filter(window -> window.contains(time)).findFirst();
  }
}
