package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  private static Exchange about(Object inverter) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setHeader(Headers.INVERTER, inverter);
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0042,42", "999999,999999"})
  void aNumberIsTakenAsItStands(String text, int number) {
    assertThat(Headers.inverter(about(text))).isEqualTo(number);
    assertThat(Headers.inverter(about(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1a", "-1", "1.0", "1234567", "٣", "/", ":"})
  void whatIsNoNumberIsNoInverter(String text) {
    Exchange exchange = about(text);
    assertThatThrownBy(() -> Headers.inverter(exchange))
        .isInstanceOf(UnknownInverterException.class)
        .hasMessage("there is no inverter " + text);
  }
}
