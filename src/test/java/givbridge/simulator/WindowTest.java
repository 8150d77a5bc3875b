package givbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    "01:00,02:00,01:00,true",
    "01:00,02:00,01:59:59,true",
    "01:00,02:00,02:00,false",
    "01:00,02:00,00:59,false",
    "23:00,01:00,23:30,true",
    "23:00,01:00,00:30,true",
    "23:00,01:00,01:00,false",
    "23:00,01:00,12:00,false",
    "05:00,05:00,05:00,false"
  })
  void aWindowHoldsItsStartAndNotItsEndAndMayCrossMidnight(
      LocalTime start, LocalTime end, LocalTime time, boolean within) {
    assertThat(new Window(start, end, 0).contains(time)).isEqualTo(within);
  }
}
