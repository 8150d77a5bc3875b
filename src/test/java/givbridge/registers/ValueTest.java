package givbridge.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values whose comparison is written out are equal just where their parts are. */
class ValueTest {
  private static final List<Value> DIFFERENT =
      List.of(
          new Value.Amount(new BigDecimal("1.0")),
          new Value.Amount(new BigDecimal("1.00")),
          new Value.Amount(new BigDecimal("2")),
          new Value.Text("1.0"),
          new Value.Text(""),
          new Value.Code(1, "NORMAL"),
          new Value.Code(2, "NORMAL"),
          new Value.Code(1, "FAULT"),
          Value.Flag.of(true));

  @Test
  void eachIsEqualToItselfAloneAmongDifferentOnes() {
    for (Value one : DIFFERENT) {
      assertThat(DIFFERENT.stream().filter(one::equals)).containsExactly(one);
    }
  }

  @Test
  void likeOnesAreEqualAndHashAlike() {
    assertSame(new Value.Amount(new BigDecimal("1.5")), new Value.Amount(new BigDecimal("1.5")));
    assertSame(new Value.Text("AB"), new Value.Text(new String("AB".toCharArray())));
    assertSame(new Value.Code(3, "X"), new Value.Code(3, new String("X".toCharArray())));
  }

  private static void assertSame(Value one, Value other) {
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
