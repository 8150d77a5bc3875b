package givbridge.simulator;

import givbridge.registers.Enumerations;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.simulator.Equipment.Roof;
import givbridge.simulator.Layout.Device;
import givbridge.simulator.Profile.Manners;
import givbridge.simulator.Subject.Meter;
import givbridge.simulator.Subject.MeterPlace;
import givbridge.simulator.Subject.Module;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads all profiles from the tables. */
final class ProfileReader {

  private static final String[] COLUMNS = {
    "profile",
    "traits",
    "registers",
    "dongle",
    "facades",
    "management",
    "hollow",
    "rated-w",
    "battery-w",
    "pv1-w",
    "pv2-w",
    "drift-ppm"
  };

  /** Roofs of the strings: one towards the south-east, one towards the south-west. */
  private static final double[] AZIMUTHS = {-45, 45};

  private static final double TILT = 35;

  private final Faults faults;
  private final List<Row> profiles;
  private final List<Row> devices;
  private final List<Row> units;
  private final List<Row> modules;
  private final List<Row> meters;

  ProfileReader(Faults faults) {
    this.faults = faults;
    profiles = table("profiles", COLUMNS);
    devices = table("devices", "device", "registers");
    units =
        table(
            "units",
            "profile",
            "device",
            "address",
            "serial",
            "capacity-ah",
            "volts",
            "modules",
            "firmware",
            "cycles",
            "level");
    modules = table("modules", "profile", "unit", "address", "offset", "serial");
    meters = table("meters", "profile", "address", "place", "phases", "number");
  }

  /** The profiles by name, in the order of the table. */
  Map<String, Profile> read() {
    Set<String> names = new HashSet<>();
    profiles.forEach(row -> names.add(row.required("registers")));
    devices.forEach(row -> names.add(row.required("registers")));
    RegisterMaps maps = RegisterMaps.load(names, Enumerations.load(faults), faults);
    faults.throwIfAny();
    Map<String, Profile> all = new LinkedHashMap<>();
    for (Row row : profiles) {
      all.put(row.required("profile"), profile(row, maps));
    }
    return all;
  }

  private Profile profile(Row row, RegisterMaps maps) {
    String name = row.required("profile");
    Set<String> traits = new HashSet<>(row.list("traits", "|"));
    traits.add(name);
    traits.add(row.required("registers"));
    Switchboard switchboard = switchboard(row, name);
    return new Profile(
        name,
        row.required("dongle"),
        new Manners(
            traits.contains("refuses"),
            traits.contains("own-serials"),
            traits.contains("short-echo")),
        new Equipment(
            number(row, "rated-w"),
            number(row, "battery-w"),
            new Roof(
                string(row, 0, "pv1-w"), string(row, 1, "pv2-w"), traits.contains("pv-beside")),
            switchboard.units().stream().map(Unit::capacityWh).toList(),
            number(row, "drift-ppm")),
        switchboard,
        new LayoutReader(traits, registers(row, traits, maps), faults).read());
  }

  private Map<Device, RegisterMap> registers(Row profile, Set<String> traits, RegisterMaps maps) {
    Map<Device, RegisterMap> all = new EnumMap<>(Device.class);
    for (Row row : devices) {
      row.choice("device", Device.class)
          .ifPresent(device -> all.put(device, map(row, traits, maps)));
    }
    all.put(Device.INVERTER, map(profile, traits, maps));
    return all;
  }

  private static RegisterMap map(Row row, Set<String> traits, RegisterMaps maps) {
    return maps.get(row.required("registers")).orElseThrow().forTraits(traits);
  }

  private static SolarString string(Row row, int index, String column) {
    return new SolarString(number(row, column), AZIMUTHS[index], TILT);
  }

  private Switchboard switchboard(Row row, String profile) {
    List<Unit> own = units(profile);
    return new Switchboard(
        addresses(row, "facades"),
        addresses(row, "management"),
        own,
        modules(profile, own),
        meters(profile),
        addresses(row, "hollow"));
  }

  /** Addresses and ranges of them, such as {@code 0x02|0x04-0x08}. */
  private static Set<Integer> addresses(Row row, String column) {
    Set<Integer> all = new HashSet<>();
    for (String part : row.list(column, "|")) {
      String[] ends = part.split("-", 2);
      try {
        int last = Integer.decode(ends[ends.length - 1]);
        for (int address = Integer.decode(ends[0]); address <= last; address++) {
          all.add(address);
        }
      } catch (NumberFormatException e) {
        row.fault(column + " is no address, nor a range such as 0x02-0x08: " + part);
      }
    }
    return all;
  }

  private List<Unit> units(String profile) {
    List<Unit> own = new ArrayList<>();
    for (Row row : of(units, profile)) {
      Optional<Device> device = row.choice("device", Device.class);
      if (device.isPresent()) {
        own.add(
            new Unit(
                own.size() + 1,
                device.get(),
                row.integer("address").orElse(0),
                row.required("serial"),
                number(row, "capacity-ah"),
                number(row, "volts"),
                row.integer("modules").orElse(1),
                row.integer("firmware").orElse(0),
                row.integer("cycles").orElse(0),
                number(row, "level") / 100));
      }
    }
    return own;
  }

  private List<Module> modules(String profile, List<Unit> own) {
    List<Module> all = new ArrayList<>();
    int[] places = new int[own.size() + 1];
    for (Row row : of(modules, profile)) {
      int unit = row.integer("unit").orElse(0);
      if (unit < 1 || unit > own.size()) {
        row.fault("unit is none of the plant's " + own.size());
      } else {
        all.add(
            new Module(
                own.get(unit - 1),
                places[unit]++,
                row.integer("address").orElse(0),
                row.integer("offset").orElse(0),
                row.required("serial")));
      }
    }
    return all;
  }

  private List<Meter> meters(String profile) {
    List<Meter> all = new ArrayList<>();
    for (Row row : of(meters, profile)) {
      row.choice("place", MeterPlace.class)
          .ifPresent(
              place ->
                  all.add(
                      new Meter(
                          row.integer("address").orElse(0),
                          place,
                          row.integer("phases").orElse(1),
                          row.integer("number").orElse(0))));
    }
    return all;
  }

  private List<Row> table(String name, String... columns) {
    return Table.resource("simulator/" + name + ".csv", faults, columns).rows();
  }

  private static List<Row> of(List<Row> rows, String profile) {
    return rows.stream().filter(row -> row.required("profile").equals(profile)).toList();
  }

  private static double number(Row row, String column) {
    return row.decimal(column).map(BigDecimal::doubleValue).orElse(0.0);
  }
}
