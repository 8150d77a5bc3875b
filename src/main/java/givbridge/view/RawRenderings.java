package givbridge.view;

import givbridge.registers.RegisterRow;
import givbridge.registers.RegisterRow.RawForm;
import givbridge.registers.RegisterType;
import givbridge.registers.Value;
import givbridge.view.Rendering.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How raw registers are shown: in a document, and as messages. */
final class RawRenderings {
  private static final DateTimeFormatter DOCUMENT_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MESSAGE_TIME =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss");
  private static final DateTimeFormatter HHMM = DateTimeFormatter.ofPattern("HH:mm");

  // As many as the tables have codes; each is kept once, not once an inverter.
  private static final Map<Value.Code, Rendering> CODES = new ConcurrentHashMap<>();
  private static final Rendering ENABLED = new Rendering(new Json.Text("Enable"), "1");
  private static final Rendering DISABLED = new Rendering(new Json.Text("Disable"), "0");

  private RawRenderings() {}

  /**
   * The renderer of a register.
   *
   * @param allText whether the document shows everything but lists and slots as text
   */
  static Renderer of(RegisterRow row, boolean allText) {
    RawForm form = row.raw().map(RegisterRow.RawKey::form).orElse(RawForm.PLAIN);
    boolean whole = row.type() != RegisterType.PF && row.scale().stripTrailingZeros().scale() <= 0;
    return new Raw(form, whole, allText);
  }

  /**
   * The renderer of a formula in the raw section.
   *
   * @param whole whether its numbers have no digits after the point
   */
  static Renderer ofFormula(boolean whole, boolean allText) {
    return new Raw(RawForm.PLAIN, whole, allText);
  }

  /** A record, so that the leaves of like plants are equal. */
  private record Raw(RawForm form, boolean whole, boolean allText) implements Renderer {
    @Override
    public Rendering render(Value value) {
      return textually(RawRenderings.render(form, value, whole), allText);
    }
  }

  private static Rendering textually(Rendering rendering, boolean allText) {
    if (!allText) {
      return rendering;
    }
    if (rendering.json() instanceof Json.Digits digits) {
      return Renderings.numberAsText(digits, rendering.message());
    } else if (rendering.json() instanceof Json.Truth truth) {
      return new Rendering(new Json.Text(truth.value() ? "True" : "False"), rendering.message());
    }
    return rendering;
  }

  private static Rendering render(RawForm form, Value value, boolean whole) {
    if (value instanceof Value.Amount amount) {
      return amount(form, amount.number(), whole);
    } else if (value instanceof Value.Text text) {
      return Renderings.text(text.text());
    } else if (value instanceof Value.Flag flag) {
      return form == RawForm.ENABLE ? enabled(flag.on() ? 1 : 0) : Renderings.truth(flag.on());
    } else if (value instanceof Value.Code code) {
      return code(form, code);
    } else if (value instanceof Value.TimeOfDay time) {
      return Renderings.whole(hhmm(time.time()));
    } else if (value instanceof Value.Slot slot) {
      return new Rendering(new Json.Span(HHMM.format(slot.start()), HHMM.format(slot.end())), null);
    } else if (value instanceof Value.Moment moment) {
      return new Rendering(
          new Json.Text(DOCUMENT_TIME.format(moment.at())), MESSAGE_TIME.format(moment.at()));
    }
    return new Rendering(new Json.Texts(((Value.Flags) value).names()), null);
  }

  private static Rendering amount(RawForm form, BigDecimal number, boolean whole) {
    if (form == RawForm.TWO_DECIMALS) {
      return Renderings.text(number.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
    return whole ? Renderings.whole(number) : Renderings.decimal(number);
  }

  private static Rendering code(RawForm form, Value.Code code) {
    return form == RawForm.ENABLE
        ? enabled(code.number())
        : CODES.computeIfAbsent(code, RawRenderings::named);
  }

  private static Rendering named(Value.Code code) {
    return new Rendering(
        new Json.Text(ChoiceFunctions.capitalised(code.name())), Integer.toString(code.number()));
  }

  private static Rendering enabled(int number) {
    return switch (number) {
      case 0 -> DISABLED;
      case 1 -> ENABLED;
      default -> new Rendering(new Json.Text("Enable"), Integer.toString(number));
    };
  }

  /** A time as the number that the register holds. */
  private static BigDecimal hhmm(LocalTime time) {
    return BigDecimal.valueOf(time.getHour() * 100L + time.getMinute());
  }
}
