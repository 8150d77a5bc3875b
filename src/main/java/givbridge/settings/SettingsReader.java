package givbridge.settings;

import givbridge.tables.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Makes the settings of the values, and checks what no value can tell alone. */
final class SettingsReader {
  private static final Duration SPARING = Duration.ofSeconds(10);
  private static final String OFF = "off";
  private static final String AUTO = "auto";
  private static final String SUM = "sum";

  private final SettingValues values;
  private final Path folder;
  private final Faults faults;
  private final List<String> warnings;

  SettingsReader(SettingValues values, Path folder, Faults faults, List<String> warnings) {
    this.values = values;
    this.folder = folder;
    this.faults = faults;
    this.warnings = warnings;
  }

  Settings read() {
    List<InverterSettings> inverters = inverters();
    SimulatorSettings simulator = simulator(inverters.isEmpty());
    Settings settings =
        new Settings(
            inverters,
            polling(),
            mqtt(simulator.running()),
            http(),
            commands(),
            tariff(),
            joint(inverters.size() + simulator.inverters()),
            dongle(),
            simulator,
            process());
    checkPorts(settings.ports());
    if (settings.count() == 0) {
      faults.add("there is no inverter: give INVERTOR_IP_1, or leave SIMULATOR at auto");
    }
    return settings;
  }

  private List<InverterSettings> inverters() {
    int port = values.integer("INVERTOR_PORT");
    List<InverterSettings> inverters = new ArrayList<>();
    Map<Endpoint, Integer> numbers = new HashMap<>();
    SortedMap<Integer, String> addresses = values.numbered("INVERTOR_IP_{n}");
    Set<Integer> batteryOnly = batteryOnly();
    addresses.forEach(
        (number, text) -> {
          Endpoint address = Endpoint.parse(text, port).orElseThrow();
          inverters.add(new InverterSettings(number, address, batteryOnly.contains(number)));
          Integer same = numbers.putIfAbsent(address, number);
          if (same != null) {
            faults.add(
                values.origin("INVERTOR_IP_" + number),
                "INVERTOR_IP_" + number + " is " + address + " like INVERTOR_IP_" + same);
          }
        });
    checkNumbers(addresses);
    return inverters;
  }

  private Set<Integer> batteryOnly() {
    Set<Integer> numbers = new HashSet<>();
    values
        .numbered("INVERTER_BATTERY_ONLY_{n}")
        .forEach(
            (number, text) ->
                SettingKind.onOff(text).filter(on -> on).ifPresent(on -> numbers.add(number)));
    return numbers;
  }

  private void checkNumbers(SortedMap<Integer, String> addresses) {
    int last = addresses.isEmpty() ? 0 : addresses.lastKey();
    if (values.given("NUMINVERTORS")) {
      int wanted = values.integer("NUMINVERTORS");
      if (last > wanted) {
        faults.add(
            values.origin("NUMINVERTORS"),
            "NUMINVERTORS is "
                + wanted
                + ", but INVERTOR_IP_"
                + last
                + " is given; remove one of the two");
      }
      last = Math.max(last, wanted);
    }
    for (int number = 1; number <= last; number++) {
      if (!addresses.containsKey(number)) {
        faults.add("INVERTOR_IP_" + number + " is missing; inverters are numbered without gaps");
      }
    }
  }

  private PollingSettings polling() {
    Duration quick = values.duration("SELF_RUN_LOOP_TIMER");
    if (quick.compareTo(SPARING) < 0) {
      warnings.add(
          values.origin("SELF_RUN_LOOP_TIMER")
              + ": SELF_RUN_LOOP_TIMER is "
              + quick.toSeconds()
              + " s; many data adapters starve under "
              + SPARING.toSeconds()
              + " s");
    }
    Duration full = values.duration("SELF_RUN_LOOP_TIMER_FULL");
    if (full.compareTo(quick) < 0) {
      warnings.add(
          values.origin("SELF_RUN_LOOP_TIMER_FULL")
              + ": SELF_RUN_LOOP_TIMER_FULL is shorter than SELF_RUN_LOOP_TIMER;"
              + " every read will be a full one");
    }
    return new PollingSettings(
        values.on("SELF_RUN"),
        quick,
        full,
        values.on("PRINT_RAW"),
        values.choice("DATASMOOTHER"),
        values.on("GATEWAY_TOTALS_MWH"));
  }

  private MqttSettings mqtt(boolean simulated) {
    return new MqttSettings(
        new BrokerReader(values, folder, faults, warnings).read(simulated),
        values.required("MQTT_TOPIC"),
        values.numbered("MQTT_TOPIC_{n}"),
        values.on("MQTT_RETAIN"),
        values.integer("MQTT_QOS"));
  }

  private HttpSettings http() {
    return new HttpSettings(
        values.required("REST_HOST"),
        values.integer("REST_PORT"),
        values.integer("WEB_PORT"),
        values.choice("REST_STATUS").equals("strict"));
  }

  private CommandOptions commands() {
    return new CommandOptions(
        values.choice("RATE_UNIT").equals("percent"),
        values.on("TARGET_SETS_ENABLE"),
        values.choice("SLOT_PERCENT").equals("slot"));
  }

  private TariffSettings tariff() {
    return new TariffSettings(
        values.on("DYNAMIC_TARIFF"),
        values.decimal("DAY_RATE"),
        values.decimal("NIGHT_RATE"),
        values.decimal("EXPORT_RATE"),
        values.time("DAY_RATE_START"),
        values.time("NIGHT_RATE_START"));
  }

  private JointSettings joint(int inverters) {
    String meter = values.required("PLANT_GRID");
    if (meter.equalsIgnoreCase(SUM)) {
      return new JointSettings(Optional.empty());
    }
    int number = meter.matches("\\d{1,6}") ? Integer.parseInt(meter) : 0;
    if (number < 1 || number > inverters) {
      faults.add(
          values.origin("PLANT_GRID"),
          "PLANT_GRID is "
              + meter
              + ", but it must be "
              + SUM
              + " or the number of an inverter, from 1 to "
              + inverters);
    }
    return new JointSettings(Optional.of(number));
  }

  private DongleSettings dongle() {
    return new DongleSettings(
        values.duration("DONGLE_GAP"),
        values.duration("DONGLE_WRITE_GAP"),
        values.duration("DONGLE_TIMEOUT"),
        values.integer("DONGLE_TRIES"),
        values.integer("DONGLE_BUDGET"),
        values.duration("DONGLE_PAUSE"));
  }

  private SimulatorSettings simulator(boolean noInverter) {
    List<String> profiles = values.list("SIMULATOR");
    int port = values.integer("SIMULATOR_PORT");
    if (profiles.size() == 1 && profiles.get(0).equalsIgnoreCase(OFF)) {
      return new SimulatorSettings(false, List.of(), port);
    }
    if (profiles.size() == 1 && profiles.get(0).equalsIgnoreCase(AUTO)) {
      return new SimulatorSettings(noInverter, List.of(), port);
    }
    return new SimulatorSettings(!profiles.isEmpty(), profiles, port);
  }

  private ProcessSettings process() {
    return new ProcessSettings(
        values.zone("TZ"),
        folder.resolve(values.required("STATE_DIR")).normalize(),
        values.choice("LOG_LEVEL"));
  }

  private void checkPorts(List<NeededPort> ports) {
    Map<Integer, NeededPort> taken = new HashMap<>();
    for (NeededPort needed : ports) {
      NeededPort other = taken.putIfAbsent(needed.port(), needed);
      if (other != null) {
        faults.add(
            "port "
                + needed.port()
                + " is wanted twice, as "
                + other.setting()
                + " and as "
                + needed.setting()
                + "; each inverter has a REST port of its own from REST_PORT up");
      }
      if (needed.port() > 65535) {
        faults.add(needed.setting() + " is port " + needed.port() + ", above the last one, 65535");
      }
    }
  }
}
