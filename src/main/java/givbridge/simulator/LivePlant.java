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
import givbridge.simulator.Layout.Device;
import givbridge.simulator.Outcome.Answered;
import givbridge.simulator.Outcome.Restarting;
import givbridge.simulator.Outcome.Silent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plant that lives by its physics and does what its registers say. */
final class LivePlant implements Plant {

  /** Device address at which every inverter answers, and the only one that takes writes. */
  static final int INVERTER = 0x11;

  /** Most registers that an inverter gives at once. */
  private static final int MOST = 60;

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Profile profile;
  private final PlantModel model;
  private final InstantSource time;
  private final long seed;
  private final ControlsReader controls;
  private final WordImage settings = new WordImage();
  private PlantState state;

  /** A plant as its profile has it at the start, at the clock's present time. */
  LivePlant(Profile profile, Surroundings surroundings, InstantSource time, long seed) {
    this.profile = profile;
    this.model = new PlantModel(profile.equipment(), surroundings);
    this.time = time;
    this.seed = seed;
    this.controls = new ControlsReader(profile.layout().steering());
    profile.layout().constants().forEach(settings::put);
    Instant now = time.instant();
    LocalDateTime clock = LocalDateTime.ofInstant(now, ZONE);
    this.state =
        new PlantState(
            now,
            clock,
            new Battery(
                profile.equipment().packs(),
                profile.packs().stream().map(pack -> pack.capacityWh() * pack.level()).toList()),
            Calibration.OFF,
            Powers.NONE,
            Ledger.starting(clock.toLocalDate(), profile.layout().gauges().history()));
  }

  @Override
  public String dongleSerial() {
    return profile.dongleSerial();
  }

  @Override
  public String inverterSerial() {
    RegisterRow row = profile.layout().role(Role.IDENTITY).row();
    Reading reading = Decoder.decode(row, settings, Instant.EPOCH);
    return reading instanceof Reading.Known known && known.value() instanceof Value.Text text
        ? text.text()
        : "";
  }

  @Override
  public Outcome read(RequestKey key) {
    advance();
    Optional<Bank> bank = bankOf(key.function());
    if (bank.isEmpty() || key.count() > MOST) {
      return unserved(key);
    }
    if (isInverter(key.address())) {
      return served(Device.INVERTER, bank.get(), key, inverterImage());
    }
    List<Pack> packs = profile.packs();
    for (int number = 0; number < packs.size(); number++) {
      if (packs.get(number).address() == key.address()) {
        PackPage page =
            new PackPage(profile.layout().packGauges(), packs.get(number), number, seed);
        return served(Device.PACK, bank.get(), key, page.show(state));
      }
    }
    return new Silent();
  }

  @Override
  public Outcome write(RequestKey key, int value) {
    advance();
    int register = key.base();
    if (!isInverter(key.address())) {
      return new Silent();
    }
    Layout layout = profile.layout();
    if (!layout.serves(Device.INVERTER, Bank.HR, register, 1)) {
      return unserved(key);
    }
    if (layout.refusals().stream().anyMatch(refused -> refused.meets(register, value))) {
      return refusal(key);
    }
    Reply echo = Reply.of(key, inverterSerial(), value);
    if (layout.role(Role.RESTART).meets(register, value)) {
      return new Restarting(echo);
    }
    if (layout.role(Role.CLOCK).meets(register, value)) {
      return setClock(key, value, echo);
    }
    if (layout.role(Role.CALIBRATION).meets(register, value)) {
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
    status.put("pv", Math.round(powers.pv1() + powers.pv2()));
    status.put("battery", Math.round(powers.battery()));
    status.put("grid", Math.round(powers.grid()));
    status.put("load", Math.round(powers.load()));
    status.put("calibration", state.calibration().name());
    return status;
  }

  /** Brings everything to the present; the powers are those under the settings of this moment. */
  private void advance() {
    Controls now = controls.read(settings);
    PlantState arrived = model.step(state, now, time.instant());
    state = arrived.withPowers(model.powers(arrived, now));
  }

  private WordImage inverterImage() {
    WordImage image = new WordImage(settings);
    new InverterPage(profile.layout().gauges(), seed).show(state, image);
    return image;
  }

  private Outcome served(Device device, Bank bank, RequestKey key, WordImage image) {
    return profile.layout().serves(device, bank, key.base(), key.count())
        ? new Answered(Reply.of(key, inverterSerial(), image.block(bank, key.base(), key.count())))
        : unserved(key);
  }

  private Outcome setClock(RequestKey key, int value, Reply echo) {
    int part = profile.layout().role(Role.CLOCK).row().addresses().indexOf(key.base());
    Optional<LocalDateTime> set = ClockWords.with(state.clock(), part, value);
    if (set.isEmpty()) {
      return refusal(key);
    }
    state = state.withClock(set.get());
    return new Answered(echo);
  }

  private Outcome calibrate(RequestKey key, int value, Reply echo) {
    RegisterRow row = profile.layout().role(Role.CALIBRATION).row();
    for (Calibration stage : Calibration.values()) {
      if (row.codes().number(stage.name()).filter(number -> number == value).isPresent()) {
        state = state.withCalibration(stage);
        return new Answered(echo);
      }
    }
    return refusal(key);
  }

  private Outcome unserved(RequestKey key) {
    return profile.refuses() ? refusal(key) : new Silent();
  }

  private Outcome refusal(RequestKey key) {
    return new Answered(
        new Refusal(key.address(), key.function(), key.base(), key.count(), inverterSerial()));
  }

  private boolean isInverter(int address) {
    return address == INVERTER || profile.facades().contains(address);
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
