package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import givbridge.view.Function.Gives;
import givbridge.view.Function.Takes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions that choose among values, name them, or judge whether to believe them. */
final class ChoiceFunctions {
  private ChoiceFunctions() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    // The first argument that is known.
    all.put(
        "first_known",
        new Function(
            List.of(Takes.ANY, Takes.ANY), true, Gives.AS_FIRST, ChoiceFunctions::firstKnown));
    // The number, or 0 if it is unknown.
    all.put("or_zero", function(Gives.AS_FIRST, ChoiceFunctions::orZero, Takes.NUMBER));
    // The second, which exists only while the first is neither 0 nor unknown.
    all.put("when", function(Gives.AS_SECOND, ChoiceFunctions::when, Takes.NUMBER, Takes.ANY));
    // The second if the first is neither 0 nor disabled, else the third.
    all.put(
        "choose",
        function(Gives.AS_SECOND, ChoiceFunctions::choose, Takes.NUMBER, Takes.ANY, Takes.ANY));
    // The number; at 0 it does not exist.
    all.put("unless_zero", function(Gives.AS_FIRST, call -> unlessZero(call, 1), Takes.NUMBER));
    // The first; it does not exist if both are 0.
    all.put(
        "unless_both_zero",
        function(Gives.AS_FIRST, call -> unlessZero(call, 2), Takes.NUMBER, Takes.NUMBER));
    // The first, believed only while the second lies between the third and the fourth.
    all.put(
        "while_within",
        function(
            Gives.AS_FIRST,
            ChoiceFunctions::whileWithin,
            Takes.NUMBER,
            Takes.NUMBER,
            Takes.NUMBER,
            Takes.NUMBER));
    // The text at the place that the number says, from 0.
    all.put(
        "word",
        new Function(List.of(Takes.NUMBER, Takes.TEXT), true, Gives.TEXT, ChoiceFunctions::word));
    // The name of a code with a capital first letter, all others small.
    all.put("capitalised", function(Gives.TEXT, ChoiceFunctions::capitalised, Takes.CODE));
    // The number as text with exactly two decimals.
    all.put("two_decimals", function(Gives.TEXT, ChoiceFunctions::twoDecimals, Takes.NUMBER));
    // The first, or what was shown last while it cannot be read.
    all.put("last_good", function(Gives.AS_FIRST, ChoiceFunctions::lastGood, Takes.ANY));
    // The first; a sudden 0 is believed if the second (a stage of calibration) or all further ones
    // (other gauges of the same) speak for it, or when it was read twice.
    all.put(
        "held_at_zero",
        new Function(
            List.of(Takes.NUMBER, Takes.NUMBER, Takes.NUMBER),
            true,
            Gives.AS_FIRST,
            ChoiceFunctions::heldAtZero));
    return all;
  }

  private static Function function(Gives gives, Function.Operation operation, Takes... takes) {
    return new Function(List.of(takes), false, gives, operation);
  }

  private static Reading firstKnown(Call call) {
    Reading reading = Reading.unknown(Why.INPUT_UNKNOWN);
    for (int i = 0; i < call.count() && !(reading instanceof Known); i++) {
      reading = call.argument(i);
    }
    return reading;
  }

  private static Reading orZero(Call call) {
    Reading reading = call.argument(0);
    return reading instanceof Known ? reading : new Known(Value.Amount.of(0), Instant.EPOCH);
  }

  private static Reading when(Call call) {
    return isTrue(call.argument(0)) ? call.argument(1) : Reading.unknown(Why.NOT_APPLICABLE);
  }

  private static Reading choose(Call call) {
    Reading decisive = call.argument(0);
    return Function.numberIn(decisive).isPresent()
        ? call.argument(isTrue(decisive) ? 1 : 2)
        : Reading.unknown(Why.INPUT_UNKNOWN);
  }

  /** Whether it is known, and a number other than 0. */
  private static boolean isTrue(Reading reading) {
    return Function.numberIn(reading).orElse(BigDecimal.ZERO).signum() != 0;
  }

  private static Reading unlessZero(Call call, int count) {
    return areZero(call, 0, count) ? Reading.unknown(Why.NOT_APPLICABLE) : call.argument(0);
  }

  private static boolean areZero(Call call, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Function.isZero(call.argument(i))) {
        return false;
      }
    }
    return true;
  }

  private static Reading whileWithin(Call call) {
    Reading within =
        Function.ofNumbers(
            call,
            4,
            n ->
                new Value.Flag(
                    n.get(1).compareTo(n.get(2)) >= 0 && n.get(1).compareTo(n.get(3)) <= 0));
    if (within instanceof Known known && known.value().equals(new Value.Flag(false))) {
      return Reading.unknown(Why.OUT_OF_BOUNDS);
    }
    return within instanceof Known ? call.argument(0) : within;
  }

  private static Reading word(Call call) {
    if (!(call.argument(0) instanceof Known number)) {
      return Reading.unknown(Why.INPUT_UNKNOWN);
    }
    int place = Function.numberIn(number).map(BigDecimal::intValue).orElse(-1);
    return place >= 0 && place < call.count() - 1 && call.argument(place + 1) instanceof Known text
        ? new Known(text.value(), number.at())
        : Reading.unknown(Why.UNREADABLE);
  }

  private static Reading capitalised(Call call) {
    Reading reading = call.argument(0);
    return reading instanceof Known known && known.value() instanceof Value.Code code
        ? new Known(new Value.Text(capitalised(code.name())), known.at())
        : reading;
  }

  /** The text with a capital first letter and all others small. */
  static String capitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT)
            + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Reading twoDecimals(Call call) {
    return Function.ofNumbers(
        call, 1, n -> new Value.Text(n.get(0).setScale(2, RoundingMode.HALF_UP).toPlainString()));
  }

  private static Reading lastGood(Call call) {
    Reading reading = call.argument(0);
    boolean unreadable =
        reading instanceof Reading.Unknown unknown
            && (unknown.why() == Why.UNREADABLE || unknown.why() == Why.OUT_OF_BOUNDS);
    return unreadable ? call.shown().<Reading>map(known -> known).orElse(reading) : reading;
  }

  private static Reading heldAtZero(Call call) {
    Reading now = call.argument(0);
    if (!Function.isZero(now) || isTrue(call.argument(1)) || othersAgree(call)) {
      return now;
    }
    boolean zeroBefore = Function.isZero(call.before(0));
    if (zeroBefore && !at(call.before(0)).equals(at(now))) {
      return now;
    }
    return call.shown().<Reading>map(known -> known).orElse(Reading.unknown(Why.REFUSED));
  }

  private static boolean othersAgree(Call call) {
    return call.count() > 2 && areZero(call, 2, call.count());
  }

  private static Instant at(Reading reading) {
    return reading instanceof Known known ? known.at() : Instant.EPOCH;
  }
}
