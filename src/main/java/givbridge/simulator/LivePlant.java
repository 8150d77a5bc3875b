package givbridge.simulator;

import givbridge.modbus.Envelope;
import givbridge.modbus.Frame.Refusal;
import givbridge.modbus.Frame.Reply;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import givbridge.registers.Value;
import givbridge.simulator.Layout.Answer;
import givbridge.simulator.Layout.Device;
import givbridge.simulator.Outcome.Answered;
import givbridge.simulator.Outcome.Restarting;
import givbridge.simulator.Outcome.Silent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A plant that lives by its physics and does what its registers say. */
final class LivePlant implements Plant {

  /** Most registers that an inverter gives at once. */
  private static final int MOST = 60;

  private final Profile profile;
  private final PlantModel model;
  private final InstantSource time;
  private final ClockKeeping keeping;
  private final ControlsReader controls;
  private final Display display;
  private final WordImage settings;
  private final Map<Subject, WordImage> shown = new HashMap<>();
  private PlantState state;

  /** A plant as its profile has it at the start, at the clock's present time. */
  LivePlant(Profile profile, Conditions conditions, InstantSource time) {
    this.profile = profile;
    this.model = new PlantModel(profile.equipment(), conditions.surroundings(), conditions.slice());
    this.time = time;
    this.keeping = conditions.clock();
    this.controls = new ControlsReader(profile.layout().steering());
    this.display = new Display(profile, conditions.seed());
    this.settings = display.blank(Device.INVERTER);
    Instant now = time.instant();
    LocalDateTime clock = ClockKeeping.atStart(now);
    Map<Flow, Double> history = profile.layout().gauges().history();
    this.state =
        new PlantState(
            now,
            clock,
            new Battery(
                profile.equipment().units(),
                profile.units().stream().map(unit -> unit.capacityWh() * unit.level()).toList()),
            Calibration.OFF,
            Powers.none(profile.units().size()),
            Ledger.starting(clock.toLocalDate(), history, profile.equipment().units()));
    refresh();
  }

  @Override
  public String dongleSerial() {
    return profile.dongleSerial();
  }

  @Override
  public String inverterSerial() {
    return profile
        .layout()
        .role(Role.IDENTITY)
        .map(purpose -> Decoder.decode(purpose.row(), settings, Instant.EPOCH))
        .filter(Reading.Known.class::isInstance)
        .map(reading -> ((Reading.Known) reading).value())
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .orElse("");
  }

  @Override
  public Outcome read(RequestKey key) {
    advance();
    Optional<Subject> subject = profile.switchboard().at(key.address(), key.base());
    if (subject.isEmpty()) {
      return new Silent();
    }
    Optional<Bank> bank = bankOf(key.function());
    return bank.isEmpty() || key.count() > MOST
        ? unserved(key)
        : answer(subject.get(), bank.get(), key);
  }

  private Outcome answer(Subject subject, Bank bank, RequestKey key) {
    int base = key.base() - subject.shift();
    return switch (profile.layout().answer(subject.device(), bank, base, key.count())) {
      case NONE -> unserved(key);
      case REFUSAL -> refusal(key);
      case WORDS ->
          new Answered(
              Reply.of(
                  key,
                  display.serial(subject, inverterSerial()),
                  image(subject).block(bank, base, key.count())));
    };
  }

  @Override
  public Outcome write(RequestKey key, int value) {
    advance();
    int register = key.base();
    if (!profile.switchboard().isInverter(key.address())) {
      return new Silent();
    }
    Layout layout = profile.layout();
    Answer answer = layout.answer(Device.INVERTER, Bank.HR, register, 1);
    if (answer != Answer.WORDS) {
      return answer == Answer.NONE ? unserved(key) : refusal(key);
    }
    if (layout.refusals().stream().anyMatch(refused -> refused.meets(register, value))) {
      return refusal(key);
    }
    Outcome outcome = store(key, register, value);
    refresh();
    return outcome;
  }

  private Outcome store(RequestKey key, int register, int value) {
    Layout layout = profile.layout();
    Reply echo = Reply.of(key, echoSerial(), value);
    if (layout.plays(Role.RESTART, register, value)) {
      return new Restarting(echo);
    }
    if (layout.plays(Role.CLOCK, register, value)) {
      return setClock(key, value, echo);
    }
    if (layout.plays(Role.CALIBRATION, register, value)) {
      return calibrate(key, value, echo);
    }
    settings.put(Bank.HR, register, value);
    return new Answered(echo);
  }

  @Override
  public Map<String, Object> status() {
    advance();
    Powers powers = state.powers();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("plant", profile.name());
    status.put("time", state.at().toString());
    status.put("clock", state.clock().toString());
    status.put("soc", Math.round(1000 * state.battery().level()) / 10.0);
    status.put("pv", Math.round(powers.sun()));
    status.put("battery", Math.round(powers.battery()));
    status.put("grid", Math.round(powers.grid()));
    status.put("load", Math.round(powers.load()));
    status.put("calibration", state.calibration().name());
    return status;
  }

  /** The plant at the present. */
  PlantState now() {
    advance();
    return state;
  }

  /** Brings everything to the present. */
  private void advance() {
    Instant now = time.instant();
    if (!state.at().isBefore(now)) {
      return;
    }
    Controls steering = controls.read(settings);
    Instant setting = keeping.nextSetting(state.at());
    while (!setting.isAfter(now)) {
      PlantState arrived = model.step(state, steering, setting);
      state = arrived.withClock(ClockKeeping.atStart(setting));
      setting = keeping.nextSetting(setting);
    }
    state = model.step(state, steering, now);
    refresh();
  }

  /** From now on the powers are those under the settings of this moment. */
  private void refresh() {
    state = state.withPowers(model.powers(state, controls.read(settings)));
    shown.clear();
  }

  private WordImage image(Subject subject) {
    return shown.computeIfAbsent(
        subject,
        wanted -> {
          WordImage image =
              wanted.device() == Device.INVERTER
                  ? new WordImage(settings)
                  : display.blank(wanted.device());
          display.show(wanted, state, image);
          return image;
        });
  }

  private Outcome setClock(RequestKey key, int value, Reply echo) {
    int part =
        profile
            .layout()
            .role(Role.CLOCK)
            .map(clock -> clock.row().addresses().indexOf(key.base()))
            .orElse(0);
    Optional<LocalDateTime> set = ClockWords.with(state.clock(), part, value);
    if (set.isEmpty()) {
      return refusal(key);
    }
    state = state.withClock(set.get());
    return new Answered(echo);
  }

  private Outcome calibrate(RequestKey key, int value, Reply echo) {
    Optional<RegisterRow> row = profile.layout().role(Role.CALIBRATION).map(Layout.Purpose::row);
    for (Calibration stage : Calibration.values()) {
      if (row.flatMap(known -> known.codes().number(stage.name()))
          .filter(number -> number == value)
          .isPresent()) {
        state = state.withCalibration(stage);
        return new Answered(echo);
      }
    }
    return refusal(key);
  }

  private Outcome unserved(RequestKey key) {
    return profile.manners().refuses() ? refusal(key) : new Silent();
  }

  private Outcome refusal(RequestKey key) {
    return new Answered(
        new Refusal(key.address(), key.function(), key.base(), key.count(), inverterSerial()));
  }

  private String echoSerial() {
    String serial = inverterSerial();
    return profile.manners().shortEcho() ? serial.substring(0, 2) + "\0".repeat(8) : serial;
  }

  static Optional<Bank> bankOf(int function) {
    return switch (function) {
      case Envelope.READ_HOLDING -> Optional.of(Bank.HR);
      case Envelope.READ_INPUT -> Optional.of(Bank.IR);
      case Envelope.READ_METER_PRODUCT -> Optional.of(Bank.MR);
      default -> Optional.empty();
    };
  }
}
