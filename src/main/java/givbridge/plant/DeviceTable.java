package givbridge.plant;

import givbridge.plant.DeviceKind.Count;
import givbridge.plant.DeviceKind.Extent;
import givbridge.registers.Bank;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code tables/devices.csv}. */
final class DeviceTable {
  static final String PATH = "tables/devices.csv";
  private static final String[] COLUMNS = {
    "kind",
    "addresses",
    "registers",
    "models",
    "page",
    "present",
    "asked",
    "again",
    "under",
    "count",
    "least",
    "step",
    "numbered",
    "placeholder",
    "key"
  };
  private static final Pattern PAGE = Pattern.compile("(HR|IR) (\\d{1,5}) ([1-9]|[1-5]\\d|60)");
  private static final Pattern COUNT = Pattern.compile("([a-z]+):([a-z0-9_]+)");

  private DeviceTable() {}

  static List<DeviceKind> load(TableSource source, Faults faults, ModelTables models) {
    List<DeviceKind> kinds = new ArrayList<>();
    for (Row row : Table.from(source, PATH, faults, COLUMNS).rows()) {
      models.check(row, "models");
      DeviceKind kind = kind(row);
      for (String owner : owners(kind)) {
        if (kinds.stream().noneMatch(before -> before.name().equals(owner))) {
          row.fault("no such kind above it: " + owner);
        }
      }
      kinds.add(kind);
    }
    return List.copyOf(kinds);
  }

  private static List<String> owners(DeviceKind kind) {
    List<String> owners = new ArrayList<>();
    kind.extent().under().ifPresent(owners::add);
    kind.extent().count().map(Count::kind).ifPresent(owners::add);
    return owners;
  }

  private static DeviceKind kind(Row row) {
    return new DeviceKind(
        row.required("kind"),
        addresses(row),
        optional(row, "registers"),
        row.condition("models"),
        page(row),
        PresenceReader.read(row, "present"),
        row.choice("asked", DeviceKind.Asked.class).orElse(DeviceKind.Asked.LATER),
        again(row),
        new Extent(
            optional(row, "under"),
            count(row),
            row.integer("least").orElse(0),
            row.integer("step").orElse(0)),
        optional(row, "numbered"),
        optional(row, "placeholder"),
        optional(row, "key").filter(key -> !key.equals("index")));
  }

  private static Optional<String> optional(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }

  private static Optional<Count> count(Row row) {
    Matcher count = COUNT.matcher(row.text("count"));
    if (count.matches()) {
      return Optional.of(new Count(count.group(1), count.group(2)));
    }
    if (!row.text("count").isEmpty()) {
      row.fault("count is not such as bms:bcu_count: " + row.text("count"));
    }
    return Optional.empty();
  }

  private static List<Duration> again(Row row) {
    List<Duration> again = new ArrayList<>();
    for (String seconds : row.list("again", "|")) {
      if (seconds.matches("[1-9]\\d{0,3}")) {
        again.add(Duration.ofSeconds(Integer.parseInt(seconds)));
      } else {
        row.fault("again is no list of seconds such as 30|120: " + row.text("again"));
      }
    }
    return again;
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
}
