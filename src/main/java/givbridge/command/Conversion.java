package givbridge.command;

import givbridge.command.Argument.Moment;
import givbridge.command.Argument.Switch;
import givbridge.command.Argument.Time;
import givbridge.command.Argument.Whole;
import java.math.BigDecimal;
import java.util.List;

/** How what was given, and what the inverter holds, become the word that is written. */
public enum Conversion {
  /** 1 for on, 0 for off. */
  ON(Operand.SWITCH) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Switch.class).on() ? 1 : 0);
    }
  },
  /** The number itself. */
  NUMBER(Operand.NUMBER) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Whole.class).number());
    }
  },
  /** Hour times 100 plus minute. */
  HHMM(Operand.TIME) {
    @Override
    Computed apply(Inputs in) {
      var time = in.argument(0, Time.class).time();
      return Computed.of(time.getHour() * 100 + time.getMinute());
    }
  },
  /** 1 if the number is less than the largest that the register takes, else 0. */
  BELOW_LARGEST(Operand.NUMBER, Operand.REGISTER) {
    @Override
    Computed apply(Inputs in) {
      int largest = in.writable(1).max();
      return Computed.of(in.argument(0, Whole.class).number() < largest ? 1 : 0);
    }
  },
  /** Watts to percent of the battery's capacity; leaves show the most in W, the capacity in kWh. */
  WATTS_TO_PERCENT(Operand.NUMBER, Operand.LEAF, Operand.LEAF) {
    @Override
    Computed apply(Inputs in) {
      return Watts.toPercentOfCapacity(in.argument(0, Whole.class).number(), in);
    }
  },
  /** Watts to percent of the most, which a leaf shows in W; at least what the register takes. */
  WATTS_TO_SHARE(Operand.NUMBER, Operand.LEAF) {
    @Override
    Computed apply(Inputs in) {
      return Watts.toShareOfLargest(in.argument(0, Whole.class).number(), in);
    }
  },
  /**
   * The reserve to go back to: what the register holds if less than its largest, else what it last
   * held below that, else the smallest it takes.
   */
  SAVED_RESERVE(Operand.REGISTER) {
    @Override
    Computed apply(Inputs in) {
      Interval takes = in.writable(0);
      int reserve =
          in.amount(0)
              .map(BigDecimal::intValue)
              .filter(held -> held < takes.max())
              .or(() -> in.remembered(0))
              .orElse(takes.min());
      return Computed.of(Math.max(reserve, takes.min()));
    }
  },
  /** The year, less 2000. */
  YEAR(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getYear() - 2000);
    }
  },
  /** The month, 1..12. */
  MONTH(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getMonthValue());
    }
  },
  /** The day of the month, 1..31. */
  DAY(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getDayOfMonth());
    }
  },
  /** The hour, 0..23. */
  HOUR(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getHour());
    }
  },
  /** The minute, 0..59. */
  MINUTE(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getMinute());
    }
  },
  /** The second, 0..59. */
  SECOND(Operand.MOMENT) {
    @Override
    Computed apply(Inputs in) {
      return Computed.of(in.argument(0, Moment.class).at().getSecond());
    }
  };

  /** Made by {@link List#of}, so that it cannot be changed. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Operand> operands;

  Conversion(Operand... operands) {
    this.operands = List.of(operands);
  }

  /** What an operand must be. */
  enum Operand {
    SWITCH,
    NUMBER,
    TIME,
    MOMENT,
    /** The name of a register, not of a parameter. */
    REGISTER,
    /** The path of a published leaf that shows a number. */
    LEAF;

    boolean takes(ParameterType type) {
      return switch (this) {
        case SWITCH -> type == ParameterType.SWITCH;
        case NUMBER -> type.numeric();
        case TIME -> type == ParameterType.TIME;
        case MOMENT -> type == ParameterType.MOMENT;
        case REGISTER, LEAF -> false;
      };
    }
  }

  /** What the operands must be, in order. */
  List<Operand> operands() {
    return operands;
  }

  /** The word; its range is checked afterwards, against the register. */
  abstract Computed apply(Inputs in);
}
