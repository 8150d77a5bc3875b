package givbridge.simulator;

import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.registers.Words;
import givbridge.simulator.Layout.Slot;
import givbridge.simulator.Layout.SlotKind;
import givbridge.simulator.Layout.Steering;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Registers to controls. What no value can be read from does not steer: a slot is not set. */
record ControlsReader(Steering steering) {

  private static final Window UNSET = new Window(LocalTime.MIN, LocalTime.MIN, 0);

  Controls read(Words words) {
    Map<Control, Integer> numbers = new EnumMap<>(Control.class);
    steering
        .numbers()
        .forEach((control, row) -> numbers.put(control, Math.max(0, number(row, words))));
    return new Controls(
        numbers,
        windows(SlotKind.CHARGE, words),
        windows(SlotKind.DISCHARGE, words),
        windows(SlotKind.EXPORT, words),
        windows(SlotKind.PAUSE, words).stream().findFirst().orElse(UNSET));
  }

  private List<Window> windows(SlotKind kind, Words words) {
    return steering.slots().stream()
        .filter(slot -> slot.kind() == kind)
        .map(slot -> window(slot, words))
        .toList();
  }

  private static Window window(Slot slot, Words words) {
    Reading reading = Decoder.decode(slot.row(), words, Instant.EPOCH);
    if (reading instanceof Reading.Known known && known.value() instanceof Value.Slot times) {
      int target = slot.target().map(row -> Math.max(0, number(row, words))).orElse(0);
      return new Window(times.start(), times.end(), target);
    }
    return UNSET;
  }

  private static int number(RegisterRow row, Words words) {
    return words.word(row.bank(), row.address());
  }
}
