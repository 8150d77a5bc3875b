package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Times as text are what Java's formatters make of them. */
class TimeTextPropertiesTest {
  private static String by(String pattern, LocalDateTime time) {
    return DateTimeFormatter.ofPattern(pattern).format(time);
  }

  @Property
  void aTimeOfTheDayIsAsJavaFormatsIt(@ForAll @IntRange(max = 86_399) int second) {
    LocalTime time = LocalTime.ofSecondOfDay(second);
    assertThat(TimeText.minutes(time)).isEqualTo(DateTimeFormatter.ofPattern("HH:mm").format(time));
    assertThat(TimeText.seconds(time))
        .isEqualTo(DateTimeFormatter.ofPattern("HH:mm:ss").format(time));
  }

  /** Clocks of inverters can show any year from 2000 to 2255; those of computers any at all. */
  @Property
  void aMomentIsAsJavaFormatsIt(
      @ForAll @LongRange(min = -62_000_000_000L, max = 260_000_000_000L) long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    assertThat(TimeText.yearFirst(time)).isEqualTo(by("uuuu-MM-dd HH:mm:ss", time));
    assertThat(TimeText.dayFirst(time)).isEqualTo(by("dd-MM-uuuu HH:mm:ss", time));
  }

  @Property
  void aMomentOfAZoneIsAsJavaFormatsIt(
      @ForAll @LongRange(min = 0, max = 10_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano,
      @ForAll("zones") ZoneId zone) {
    ZonedDateTime time =
        ZonedDateTime.ofInstant(
            LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC), ZoneOffset.UTC, zone);
    assertThat(TimeText.iso(time))
        .isEqualTo(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(time));
    assertThat(TimeText.isoPrecise(time))
        .isEqualTo(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").format(time));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/London", "Australia/Adelaide", "America/St_Johns", "Pacific/Apia")
        .map(ZoneId::of);
  }
}
