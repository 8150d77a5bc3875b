package givbridge.view;

import givbridge.plant.DeviceKind;
import givbridge.plant.ModelTables.Variant;
import givbridge.plant.PlantTables;
import givbridge.registers.RegisterMap;
import givbridge.view.Formula.DeviceReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what sort of value a formula gives for one variant of a model, or what is wrong with it.
 */
final class FormulaCheck {
  /** What is known of an inverter without reading a register. */
  static final Map<String, ValueKind> FACTS =
      Map.of(
          "serial", ValueKind.TEXT,
          "model_label", ValueKind.TEXT,
          "phases", ValueKind.NUMBER,
          "rated_power", ValueKind.NUMBER,
          "battery_max_power", ValueKind.NUMBER,
          "nominal_voltage", ValueKind.NUMBER);

  private final PlantTables plants;
  private final Variant variant;
  private final Map<String, TreeRow> rows;
  private final Map<String, Map<String, ValueKind>> fields = new HashMap<>();

  FormulaCheck(PlantTables plants, Variant variant, Map<String, TreeRow> rows) {
    this.plants = plants;
    this.variant = variant;
    this.rows = rows;
  }

  /**
   * The sort of value that a formula of that row gives.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  ValueKind kind(Formula formula, TreeRow row) {
    if (formula instanceof Formula.Literal) {
      return ValueKind.NUMBER;
    } else if (formula instanceof Formula.Word) {
      return ValueKind.TEXT;
    } else if (formula instanceof Formula.LeafValue leaf) {
      return leafKind(leaf, row);
    } else if (formula instanceof Formula.Field field) {
      return fieldKind(field, row);
    }
    return callKind((Formula.Call) formula, row);
  }

  private ValueKind leafKind(Formula.LeafValue leaf, TreeRow row) {
    TreeRow other = rows.get(leaf.path());
    if (other == null) {
      throw new IllegalArgumentException(
          "no such leaf for " + variant.model().name() + ": " + leaf.path());
    }
    if (other.isOfBridge() != row.isOfBridge()) {
      throw new IllegalArgumentException(
          "the bridge and the plant share no leaves: " + leaf.path());
    }
    return switch (other.form()) {
      case INT, FLOAT -> ValueKind.NUMBER;
      case SWITCH, BOOL -> ValueKind.FLAG;
      case SLOT_TIME -> ValueKind.TIME;
      case TEXT, ISO_TIME -> ValueKind.TEXT;
      case RAW_TEXT, RAW_TYPED, BRANCH ->
          throw new IllegalArgumentException("no formula can use " + leaf.path());
    };
  }

  private ValueKind fieldKind(Formula.Field field, TreeRow row) {
    String kind = field.device().map(DeviceReference::kind).orElse(row.scope());
    ValueKind found = fields.computeIfAbsent(kind, this::fieldsOf).get(field.name());
    if (found == null) {
      throw new IllegalArgumentException(
          "no such field of " + kind + " for " + variant.model().name() + ": " + field.name());
    }
    if (row.isOfBridge() && !kind.equals(DeviceReference.BRIDGE)) {
      throw new IllegalArgumentException("the bridge knows no registers: " + field.name());
    }
    return found;
  }

  private Map<String, ValueKind> fieldsOf(String kindName) {
    if (kindName.equals(DeviceReference.BRIDGE)) {
      return BridgeFacts.KINDS;
    } else if (kindName.equals(Wishes.KIND)) {
      return Wishes.KINDS;
    }
    if (kindName.equals(TariffFacts.TARIFF)) {
      return TariffFacts.KINDS;
    }
    DeviceKind kind =
        plants
            .kind(kindName)
            .orElseThrow(() -> new IllegalArgumentException("no such kind of device: " + kindName));
    RegisterMap map = plants.registers(kind, 1, variant.traits());
    Map<String, ValueKind> kinds = new HashMap<>();
    if (kindName.equals(DeviceKind.INVERTER)) {
      kinds.putAll(FACTS);
    }
    map.byName().forEach((name, register) -> kinds.put(name, ValueKind.of(register)));
    return kinds;
  }

  private ValueKind callKind(Formula.Call call, TreeRow row) {
    Function function =
        Functions.get(call.function())
            .orElseThrow(
                () -> new IllegalArgumentException("no such function: " + call.function()));
    if (!function.allows(call.arguments().size())) {
      throw new IllegalArgumentException(
          call.function() + " cannot take " + call.arguments().size() + " arguments");
    }
    List<ValueKind> kinds = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      ValueKind kind = kind(call.arguments().get(i), row);
      if (!function.taking(i).allows(kind)) {
        throw new IllegalArgumentException(
            "argument " + (i + 1) + " of " + call.function() + " cannot be a " + kind + " value");
      }
      kinds.add(kind);
    }
    return function.gives().kind(kinds);
  }
}
