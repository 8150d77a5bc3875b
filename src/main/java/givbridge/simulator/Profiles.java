package givbridge.simulator;

import givbridge.registers.Enumerations;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.tables.Faults;
import givbridge.tables.FaultsException;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plants that can be simulated, from the tables below {@code simulator/}. */
public final class Profiles {

  private static final String[] COLUMNS = {
    "profile",
    "traits",
    "registers",
    "pack-registers",
    "dongle",
    "facades",
    "rated-w",
    "battery-w",
    "pv1-w",
    "pv2-w",
    "unserved",
    "drift-ppm"
  };

  /** Roofs of the strings: one towards the south-east, one towards the south-west. */
  private static final double[] AZIMUTHS = {-45, 45};

  private static final double TILT = 35;

  private enum Unserved {
    SILENCE,
    REFUSAL
  }

  private final Map<String, Profile> profiles;
  private final House house;

  private Profiles(Map<String, Profile> profiles, House house) {
    this.profiles = new LinkedHashMap<>(profiles);
    this.house = house;
  }

  /**
   * Reads and checks all tables.
   *
   * @throws FaultsException naming everything wrong with them
   */
  public static Profiles load() {
    Faults faults = new Faults();
    List<Row> rows = Table.resource("simulator/profiles.csv", faults, COLUMNS).rows();
    Set<String> names = new HashSet<>();
    for (Row row : rows) {
      names.add(row.required("registers"));
      names.add(row.required("pack-registers"));
    }
    RegisterMaps maps = RegisterMaps.load(names, Enumerations.load(faults), faults);
    faults.throwIfAny();
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (Row row : rows) {
      profiles.put(row.required("profile"), profile(row, maps, faults));
    }
    House house = house(faults);
    faults.throwIfAny();
    return new Profiles(profiles, house);
  }

  /** The names, in the order of the table; the first is the one to take when none is named. */
  public List<String> names() {
    return List.copyOf(profiles.keySet());
  }

  /** The house that all plants stand by. */
  House house() {
    return house;
  }

  /**
   * The profile of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  Profile get(String name) {
    Profile profile = profiles.get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "there is no simulated plant '%s'; there are %s".formatted(name, names()));
    }
    return profile;
  }

  private static Profile profile(Row row, RegisterMaps maps, Faults faults) {
    String name = row.required("profile");
    Set<String> traits = new HashSet<>(row.list("traits", "|"));
    traits.add(name);
    RegisterMap inverter = map(maps, row.required("registers")).forTraits(traits);
    RegisterMap pack = map(maps, row.required("pack-registers")).forTraits(traits);
    List<Pack> packs = packs(name, faults);
    return new Profile(
        name,
        row.required("dongle"),
        new HashSet<>(row.list("facades", "|").stream().map(Integer::decode).toList()),
        row.choice("unserved", Unserved.class).filter(Unserved.REFUSAL::equals).isPresent(),
        new Equipment(
            number(row, "rated-w"),
            number(row, "battery-w"),
            List.of(string(row, 0, "pv1-w"), string(row, 1, "pv2-w")),
            packs.stream().map(Pack::capacityWh).toList(),
            number(row, "drift-ppm")),
        packs,
        new LayoutReader(traits, inverter, pack, faults).read());
  }

  private static RegisterMap map(RegisterMaps maps, String name) {
    return maps.get(name).orElseThrow();
  }

  private static SolarString string(Row row, int index, String column) {
    return new SolarString(number(row, column), AZIMUTHS[index], TILT);
  }

  private static List<Pack> packs(String profile, Faults faults) {
    List<Pack> packs = new ArrayList<>();
    for (Row row :
        Table.resource(
                "simulator/packs.csv",
                faults,
                "profile",
                "address",
                "serial",
                "capacity-ah",
                "firmware",
                "cycles",
                "level")
            .rows()) {
      if (row.required("profile").equals(profile)) {
        packs.add(
            new Pack(
                row.integer("address").orElse(0),
                row.required("serial"),
                number(row, "capacity-ah"),
                row.integer("firmware").orElse(0),
                row.integer("cycles").orElse(0),
                number(row, "level") / 100));
      }
    }
    return packs;
  }

  private static House house(Faults faults) {
    List<Double> hourly =
        Table.resource("simulator/load.csv", faults, "hour", "watts").rows().stream()
            .map(row -> number(row, "watts"))
            .toList();
    List<Appliance> appliances = new ArrayList<>();
    for (Row row :
        Table.resource(
                "simulator/appliances.csv",
                faults,
                "appliance",
                "watts",
                "minutes",
                "earliest",
                "latest",
                "chance")
            .rows()) {
      appliances.add(
          new Appliance(
              number(row, "watts"),
              row.integer("minutes").orElse(0),
              row.integer("earliest").orElse(0),
              row.integer("latest").orElse(0),
              number(row, "chance")));
    }
    return new House(hourly, appliances);
  }

  private static double number(Row row, String column) {
    return row.decimal(column).map(BigDecimal::doubleValue).orElse(0.0);
  }
}
