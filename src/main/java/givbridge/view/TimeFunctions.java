package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Reading.Why;
import givbridge.registers.Value;
import givbridge.view.Function.Gives;
import givbridge.view.Function.Takes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Functions over clocks and times. */
final class TimeFunctions {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  /** What newer firmware leaves in the two registers of a cleared slot. */
  private static final int CLEARED = 60;

  private TimeFunctions() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    // A slot's end or start: a cleared one is midnight, an impossible one what was shown last.
    all.put("slot_time", function(Gives.TIME, TimeFunctions::slotTime, Takes.TIME));
    // The moment, readable only from that year on: a clock that was never set shows an early one.
    all.put(
        "since_year", function(Gives.MOMENT, TimeFunctions::sinceYear, Takes.MOMENT, Takes.NUMBER));
    // The moment of the device's clock as ISO 8601 text with the offset of the configured zone.
    all.put("zoned", function(Gives.TEXT, TimeFunctions::zoned, Takes.MOMENT));
    // So many minutes after now as ISO 8601 text.
    all.put("after_minutes", function(Gives.TEXT, TimeFunctions::afterMinutes, Takes.NUMBER));
    // The moment as the seconds that a clock of UTC would show with the same hands.
    all.put(
        "wall_seconds",
        function(
            Gives.NUMBER,
            call -> ofMoment(call, known -> seconds(known.moment(), ZoneOffset.UTC)),
            Takes.MOMENT));
    // How many seconds the device's clock was ahead of the time at which it was read.
    all.put(
        "seconds_ahead",
        function(
            Gives.NUMBER,
            call ->
                ofMoment(
                    call,
                    known -> seconds(known.moment(), call.zone()) - known.at().getEpochSecond()),
            Takes.MOMENT));
    return all;
  }

  private record ReadMoment(LocalDateTime moment, Instant at) {}

  private static long seconds(LocalDateTime moment, ZoneId zone) {
    return moment.atZone(zone).toEpochSecond();
  }

  private static Reading ofMoment(Call call, ToLongFunction<ReadMoment> number) {
    Reading reading = call.argument(0);
    return reading instanceof Known known && known.value() instanceof Value.Moment moment
        ? new Known(
            Value.Amount.of(number.applyAsLong(new ReadMoment(moment.at(), known.at()))),
            known.at())
        : Reading.unknown(reading instanceof Reading.Unknown it ? it.why() : Why.UNREADABLE);
  }

  private static Function function(Gives gives, Function.Operation operation, Takes... takes) {
    return new Function(List.of(takes), false, gives, operation);
  }

  /** A time as published where its milliseconds count. */
  static String precise(Instant time, ZoneId zone) {
    return MILLISECONDS.format(time.atZone(zone));
  }

  private static Reading slotTime(Call call) {
    Reading reading = call.argument(0);
    boolean unreadable = reading.equals(Reading.unknown(Why.UNREADABLE));
    if (unreadable && call.word(0) == CLEARED) {
      return new Known(new Value.TimeOfDay(LocalTime.MIDNIGHT), call.now());
    }
    return unreadable ? call.shown().<Reading>map(known -> known).orElse(reading) : reading;
  }

  private static Reading sinceYear(Call call) {
    Reading reading = call.argument(0);
    boolean early =
        reading instanceof Known known
            && known.value() instanceof Value.Moment moment
            && Function.number(call.argument(1).known().orElse(Value.Amount.of(0)))
                .map(year -> moment.at().getYear() < year.intValue())
                .orElse(false);
    return early ? Reading.unknown(Why.UNREADABLE) : reading;
  }

  private static Reading zoned(Call call) {
    Reading reading = call.argument(0);
    return reading instanceof Known known && known.value() instanceof Value.Moment moment
        ? new Known(new Value.Text(SECONDS.format(moment.at().atZone(call.zone()))), known.at())
        : reading;
  }

  private static Reading afterMinutes(Call call) {
    return Function.ofNumbers(
        call,
        1,
        n -> {
          Instant then =
              call.now()
                  .truncatedTo(ChronoUnit.SECONDS)
                  .plus(n.get(0).longValue(), ChronoUnit.MINUTES);
          return new Value.Text(SECONDS.format(then.atZone(call.zone())));
        });
  }
}
