package givbridge.plant;

import givbridge.registers.Bank;
import givbridge.registers.Enumerations;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterMaps;
import givbridge.tables.Faults;
import givbridge.tables.Origin;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that is known beforehand of plants.
 *
 * @param models models, traits and how a device type code leads to them
 * @param kinds the devices that may hang on a connection, in the order in which they are looked for
 * @param plan what is read, in order
 * @param maps the register maps
 */
public record PlantTables(
    ModelTables models, List<DeviceKind> kinds, List<PlanRow> plan, RegisterMaps maps) {
  private static final String DEVICES = "tables/devices.csv";
  private static final Pattern PAGE = Pattern.compile("(HR|IR) (\\d{1,5}) ([1-9]|[1-5]\\d|60)");
  private static final Pattern RULE = Pattern.compile("([a-z-]+)\\(([a-z0-9_]+)\\)");

  /** Reads and checks the tables. */
  public static PlantTables load(Faults faults) {
    return load(TableSource.CLASS_PATH, faults);
  }

  static PlantTables load(TableSource source, Faults faults) {
    ModelTables models = ModelTables.load(source, faults);
    List<DeviceKind> kinds = kinds(source, faults, models);
    Set<String> maps = new TreeSet<>(models.registerMaps());
    kinds.forEach(kind -> kind.registers().ifPresent(maps::add));
    RegisterMaps registers = RegisterMaps.load(maps, Enumerations.load(faults), faults);
    PlantTables tables =
        new PlantTables(models, kinds, plan(source, faults, models, kinds), registers);
    tables.checkKinds(faults);
    return tables;
  }

  private void checkKinds(Faults faults) {
    if (kind(DeviceKind.INVERTER).filter(inverter -> !inverter.addresses().isEmpty()).isEmpty()) {
      faults.add(new Origin(DEVICES, 0), "there is no inverter with an address");
    }
    for (DeviceKind kind : kinds) {
      Stream.concat(kind.presence().map(Presence::field).stream(), kind.keyField().stream())
          .filter(field -> !hasField(kind, field::equals))
          .forEach(
              field ->
                  faults.add(new Origin(DEVICES, 0), kind.name() + " has no such field: " + field));
    }
  }

  /** Whether the register map of a kind, or any that the inverter may have, has such a field. */
  public boolean hasField(DeviceKind kind, Predicate<String> wanted) {
    return kind.registers().map(Set::of).orElseGet(models::registerMaps).stream()
        .flatMap(name -> maps.get(name).stream())
        .flatMap(map -> map.names().stream())
        .anyMatch(wanted);
  }

  /** The kind of that name. */
  public Optional<DeviceKind> kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** The registers of a device, as far as they hold for its traits. */
  public RegisterMap registers(Device device, Identity identity) {
    String name = device.kind().registers().orElse(identity.model().registers());
    return maps.get(name).orElseThrow().forTraits(device.traits());
  }

  /** The plan's rows for an inverter. */
  public Stream<PlanRow> planFor(Identity identity) {
    return plan.stream().filter(row -> row.condition().holds(identity.traits()));
  }

  private static List<DeviceKind> kinds(TableSource source, Faults faults, ModelTables models) {
    List<DeviceKind> kinds = new ArrayList<>();
    Table table =
        Table.from(
            source,
            DEVICES,
            faults,
            "kind",
            "addresses",
            "registers",
            "models",
            "page",
            "present",
            "asked",
            "placeholder",
            "key");
    for (Row row : table.rows()) {
      models.check(row, "models");
      kinds.add(
          new DeviceKind(
              row.required("kind"),
              addresses(row),
              optional(row, "registers"),
              row.condition("models"),
              page(row),
              presence(row),
              row.choice("asked", DeviceKind.Asked.class).orElse(DeviceKind.Asked.LATER),
              optional(row, "placeholder"),
              optional(row, "key").filter(key -> !key.equals("index"))));
    }
    return List.copyOf(kinds);
  }

  private static Optional<String> optional(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }

  private static List<Integer> addresses(Row row) {
    List<Integer> all = new ArrayList<>();
    for (String span : row.list("addresses", "|")) {
      String[] ends = span.split("-", -1);
      try {
        int last = Integer.decode(ends[ends.length - 1]);
        for (int address = Integer.decode(ends[0]); address <= last; address++) {
          all.add(address);
        }
      } catch (NumberFormatException e) {
        row.fault("addresses is neither one nor a range: " + row.text("addresses"));
      }
    }
    return all;
  }

  private static Optional<BlockSpec> page(Row row) {
    String text = row.text("page");
    Matcher page = PAGE.matcher(text);
    if (page.matches()) {
      return Optional.of(
          new BlockSpec(
              Bank.valueOf(page.group(1)),
              Integer.parseInt(page.group(2)),
              Integer.parseInt(page.group(3))));
    }
    if (!text.isEmpty()) {
      row.fault("page is not such as IR 60 60: " + text);
    }
    return Optional.empty();
  }

  private static Optional<Presence> presence(Row row) {
    String text = row.text("present");
    Matcher rule = RULE.matcher(text);
    if (rule.matches()) {
      for (Presence.Rule known : Presence.Rule.values()) {
        if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(rule.group(1))) {
          return Optional.of(new Presence(known, rule.group(2)));
        }
      }
    }
    if (!text.isEmpty()) {
      row.fault("present is no known rule: " + text);
    }
    return Optional.empty();
  }

  private static List<PlanRow> plan(
      TableSource source, Faults faults, ModelTables models, List<DeviceKind> kinds) {
    List<PlanRow> plan = new ArrayList<>();
    Table table =
        Table.from(
            source,
            "tables/poll-plan.csv",
            faults,
            "device",
            "bank",
            "base",
            "count",
            "tier",
            "models",
            "keep");
    for (Row row : table.rows()) {
      models.check(row, "models");
      String kind = row.required("device");
      if (kinds.stream().noneMatch(known -> known.name().equals(kind))) {
        row.fault("no such device: " + kind);
      }
      int count = row.integer("count").orElse(0);
      if (count < 1 || count > 60) {
        row.fault("count is not within 1..60");
      }
      plan.add(
          new PlanRow(
              kind,
              new BlockSpec(Bank.of(row, "bank"), row.integer("base").orElse(0), count),
              row.choice("tier", PlanRow.Tier.class).orElse(PlanRow.Tier.FULL),
              row.condition("models"),
              row.choice("keep", PlanRow.Keep.class).orElse(PlanRow.Keep.ALWAYS)));
    }
    return List.copyOf(plan);
  }
}
