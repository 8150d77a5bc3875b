package givbridge.simulator;

import givbridge.tables.Faults;
import givbridge.tables.FaultsException;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plants that can be simulated, from the tables below {@code simulator/}. */
public final class Profiles {

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
    Map<String, Profile> profiles = new ProfileReader(faults).read();
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

  /**
   * A plant of that profile, to be run by hand.
   *
   * @throws IllegalArgumentException when there is none
   */
  public VirtualPlant virtual(String name, VirtualPlant.Course course) {
    Conditions conditions =
        new Conditions(
            Surroundings.england(house, course.seed()),
            course.slice(),
            course.clock(),
            course.seed());
    return new VirtualPlant(get(name), conditions, course.start());
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
