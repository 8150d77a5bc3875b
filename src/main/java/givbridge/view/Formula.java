package givbridge.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How a leaf's value comes about, as written in the {@code source} column of the tree. */
public sealed interface Formula {
  /** A number that stands in the table. */
  record Literal(BigDecimal number) implements Formula {}

  /** A text that stands in the table, between single quotes. */
  record Word(String text) implements Formula {}

  /**
   * A field of a register map, or a fact of the inverter's identity or of the bridge.
   *
   * @param device whose field; empty: of the device that the row stands for
   */
  record Field(Optional<DeviceReference> device, String name) implements Formula {}

  /** The value of another leaf, by its full path. */
  record LeafValue(String path) implements Formula {}

  /** A function of further formulas. */
  record Call(String function, List<Formula> arguments) implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A device by its kind.
   *
   * @param kind name of a kind of device, or {@link #BRIDGE}
   * @param which of those of its kind that the row's device can see
   */
  record DeviceReference(String kind, Which which) {
    /** The bridge itself, whose facts come from the {@link ViewContext}. */
    static final String BRIDGE = "bridge";

    boolean isTariff() {
      return kind.equals(TariffFacts.TARIFF);
    }

    boolean isBridge() {
      return kind.equals(BRIDGE);
    }
  }

  /** Which of several devices of a kind. */
  sealed interface Which {
    /** The one with that number among those of its kind, from 1. */
    record Numbered(int number) implements Which {}

    /** One, or several, without a number. */
    enum Relative implements Which {
      /** The row's own device, or the one that it belongs to, or else the first of the kind. */
      NEAREST,
      /** The one with the highest number. */
      LAST,
      /** Each of them, as so many arguments of a function. */
      EACH
    }
  }
}
