package givbridge.registers;

import givbridge.registers.RegisterRow.Bounds;
import givbridge.registers.RegisterRow.Range;
import givbridge.registers.RegisterRow.RawForm;
import givbridge.registers.RegisterRow.RawKey;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The register maps, each from {@code registers/<name>.csv}. */
public final class RegisterMaps {
  private static final String[] COLUMNS = {
    "name", "bank", "address", "count", "type", "scale", "unit", "min", "max", "enum", "write",
    "models", "raw", "notes"
  };
  private static final Pattern BITS = Pattern.compile("bits-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,5}");
  private static final Pattern LIMIT = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Range NO_BITS = new Range(0, 15);

  private final Map<String, RegisterMap> maps;

  private RegisterMaps(Map<String, RegisterMap> maps) {
    this.maps = Map.copyOf(maps);
  }

  /** Reads and checks the maps of these names. */
  public static RegisterMaps load(Collection<String> names, Enumerations enums, Faults faults) {
    return load(TableSource.CLASS_PATH, names, enums, faults);
  }

  static RegisterMaps load(
      TableSource source, Collection<String> names, Enumerations enums, Faults faults) {
    Map<String, RegisterMap> maps = new HashMap<>();
    for (String name : new HashSet<>(names)) {
      List<RegisterRow> rows = new ArrayList<>();
      Table table = Table.from(source, "registers/" + name + ".csv", faults, COLUMNS);
      for (Row row : table.rows()) {
        rows.add(registerRow(row, enums));
      }
      checkNames(rows, faults);
      maps.put(name, new RegisterMap(name, rows));
    }
    return new RegisterMaps(maps);
  }

  /** All maps. */
  public Collection<RegisterMap> all() {
    return maps.values();
  }

  /** The map of that name. */
  public Optional<RegisterMap> get(String name) {
    return Optional.ofNullable(maps.get(name));
  }

  private static RegisterRow registerRow(Row row, Enumerations enums) {
    String typeText = row.required("type");
    Matcher bits = BITS.matcher(typeText);
    boolean isBits = bits.matches();
    RegisterType type =
        isBits
            ? RegisterType.BITS
            : row.choice("type", RegisterType.class).orElse(RegisterType.UINT16);
    return new RegisterRow(
        row.required("name"),
        Bank.of(row, "bank"),
        addresses(row, type),
        type,
        isBits ? bits(row, bits) : NO_BITS,
        row.decimal("scale").orElse(BigDecimal.ONE),
        row.text("unit"),
        new Bounds(row.decimal("min"), row.decimal("max")),
        codes(row, type, enums),
        writable(row),
        row.condition("models"),
        rawKey(row),
        row.origin());
  }

  /** Either a first address with a count, or every address joined by {@code +}. */
  private static List<Integer> addresses(Row row, RegisterType type) {
    int count = row.integer("count").orElse(1);
    List<Integer> addresses = new ArrayList<>();
    for (String part : row.list("address", "+")) {
      if (ADDRESS.matcher(part).matches()) {
        addresses.add(Integer.parseInt(part));
      } else {
        row.fault("address is not a number: " + part);
      }
    }
    if (addresses.size() == 1) {
      for (int i = 1; i < count; i++) {
        addresses.add(addresses.get(0) + i);
      }
    }
    if (addresses.size() != count || (type.words() != 0 && type.words() != count)) {
      row.fault("count " + count + " fits neither the address nor the type");
    }
    return addresses.isEmpty() ? List.of(0) : addresses;
  }

  private static Range bits(Row row, Matcher bits) {
    Range range = new Range(Integer.parseInt(bits.group(1)), Integer.parseInt(bits.group(2)));
    if (range.from() > range.to() || range.to() > 15) {
      row.fault("bits must rise and lie within 0..15: " + row.text("type"));
      return NO_BITS;
    }
    return range;
  }

  private static Codes codes(Row row, RegisterType type, Enumerations enums) {
    String name = row.text("enum");
    if (name.isEmpty()) {
      if (type.needsCodes()) {
        row.fault("enum is empty, but the type needs one");
      }
      return Codes.NONE;
    }
    Optional<Codes> codes = enums.get(name);
    if (codes.isEmpty()) {
      row.fault("no such enumeration: " + name);
    } else if (type == RegisterType.ENUM_NUMBER && !codes.get().areNumbers()) {
      row.fault("the names of this enumeration are not all numbers: " + name);
    }
    return codes.orElse(Codes.NONE);
  }

  private static Optional<Bounds> writable(Row row) {
    List<String> limits = row.list("write", "..");
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    if (limits.size() != 2 || !limits.stream().allMatch(l -> LIMIT.matcher(l).matches())) {
      row.fault("write is not a range such as 4..100: " + row.text("write"));
      return Optional.empty();
    }
    return Optional.of(
        new Bounds(
            Optional.of(new BigDecimal(limits.get(0))),
            Optional.of(new BigDecimal(limits.get(1)))));
  }

  /** Written {@code key} or {@code key:form}. */
  private static Optional<RawKey> rawKey(Row row) {
    List<String> parts = row.list("raw", ":");
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return Optional.of(new RawKey(parts.get(0), RawForm.PLAIN));
    }
    for (RawForm form : RawForm.values()) {
      if (form.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(parts.get(1))) {
        return Optional.of(new RawKey(parts.get(0), form));
      }
    }
    row.fault("no such raw form: " + parts.get(1));
    return Optional.empty();
  }

  /** One name may stand twice only for different models, or at different device addresses. */
  private static void checkNames(List<RegisterRow> rows, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (RegisterRow row : rows) {
      if (!seen.add(row.name() + row.condition())) {
        faults.add(row.origin(), row.name() + " stands twice");
      }
    }
  }
}
