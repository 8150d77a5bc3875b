package givbridge.poll;

import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.registers.Bank;
import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import givbridge.tables.TableSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes blocks unbelievable, from {@code tables/block-rules.csv}, {@code tables/garbage.csv}
 * and {@code tables/steps.csv}.
 *
 * @param rules in the order of the table
 * @param garbage words by place in a block that belong to a leaked network packet
 * @param steps how far fields move from one read to the next
 */
public record GuardTables(List<Rule> rules, Map<Integer, Set<Integer>> garbage, Steps steps) {
  /** More such words than this make a block garbage. */
  static final int GARBAGE_LIMIT = 5;

  /** How a rule judges. */
  enum Kind {
    /** A field cannot move further than the limit between two polls. */
    JUMP,
    /** A field never changes. */
    CONSTANT,
    /** Not so many of the fields can be 0 while others of the block are not. */
    ZEROS,
    /** A field tells which device answers. */
    IDENTITY,
    /** The block is never all zero. */
    FILLED
  }

  /**
   * One rule.
   *
   * @param device device kind
   * @param bank bank of the blocks that it judges
   * @param base first register of those blocks
   * @param fields the fields that it watches
   * @param limit largest change in the field's unit, or smallest number of zeros
   */
  record Rule(
      String device,
      Bank bank,
      int base,
      Kind kind,
      FieldPattern fields,
      Optional<BigDecimal> limit) {
    boolean judges(Device of, BlockSpec spec) {
      return base == spec.base() - of.seat().offset()
          && bank == spec.bank()
          && device.equals(of.kind().name());
    }

    boolean names(String field) {
      return fields.names(field);
    }
  }

  /** Reads and checks the tables. */
  public static GuardTables load(PlantTables plants, Faults faults) {
    return load(TableSource.CLASS_PATH, plants, faults);
  }

  static GuardTables load(TableSource source, PlantTables plants, Faults faults) {
    return new GuardTables(
        rules(source, plants, faults), garbage(source, faults), Steps.load(source, plants, faults));
  }

  private static List<Rule> rules(TableSource source, PlantTables plants, Faults faults) {
    List<Rule> rules = new ArrayList<>();
    Table table =
        Table.from(
            source,
            "tables/block-rules.csv",
            faults,
            "device",
            "bank",
            "base",
            "rule",
            "fields",
            "limit");
    for (Row row : table.rows()) {
      Rule rule =
          new Rule(
              row.required("device"),
              Bank.of(row, "bank"),
              row.integer("base").orElse(0),
              row.choice("rule", Kind.class).orElse(Kind.FILLED),
              FieldPattern.of(row.text("fields")),
              row.decimal("limit"));
      boolean needsLimit = rule.kind() == Kind.JUMP || rule.kind() == Kind.ZEROS;
      if (needsLimit != rule.limit().isPresent()) {
        row.fault("limit belongs to jump and zeros, and to no other rule");
      }
      if (rule.kind() != Kind.FILLED && !namesAField(rule, plants)) {
        row.fault("no such field: " + rule.fields());
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private static boolean namesAField(Rule rule, PlantTables plants) {
    return plants.kind(rule.device()).map(kind -> plants.hasField(kind, rule::names)).orElse(false);
  }

  private static Map<Integer, Set<Integer>> garbage(TableSource source, Faults faults) {
    Map<Integer, Set<Integer>> words = new HashMap<>();
    for (Row row : Table.from(source, "tables/garbage.csv", faults, "word", "value").rows()) {
      words
          .computeIfAbsent(row.integer("word").orElse(0), place -> new HashSet<>())
          .add(row.integer("value").orElse(0));
    }
    return words;
  }
}
