package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever single reads go wrong: no wrong value is shown, and no right one is lost for long. */
class SpikesProperties {
  private static final int READS = 200;

  @Property(tries = 200)
  void aPowerShowsNoSpikeAndEveryRealJumpAtItsSecondRead(@ForAll long seed) {
    Random random = new Random(seed);
    Leaf leaf = Leaf.power();
    int real = random.nextInt(9000);
    leaf.read(Integer.toString(real));
    boolean spiked = false;
    for (int i = 0; i < READS; i++) {
      if (!spiked && random.nextInt(5) == 0) {
        int far = 5001 + random.nextInt(100);
        int spike = random.nextBoolean() ? real + far : real - far;
        assertThat(leaf.read(Integer.toString(spike))).isEqualTo(Integer.toString(real));
        spiked = true;
        continue;
      }
      spiked = false;
      int before = real;
      boolean jumps = random.nextInt(6) == 0;
      real = jumps ? random.nextInt(19_000) : before + random.nextInt(2000) - 1000;
      String first = leaf.read(Integer.toString(real));
      assertThat(first).isIn(Integer.toString(real), Integer.toString(before));
      assertThat(leaf.read(Integer.toString(real))).isEqualTo(Integer.toString(real));
    }
  }

  @Property(tries = 200)
  void aLifetimeCounterNeverShowsAnythingThatItDidNotCount(@ForAll long seed) {
    Random random = new Random(seed);
    Leaf leaf = Leaf.total();
    long tenths = random.nextInt(900_000) + 10L;
    long highest = tenths;
    leaf.read(kWh(tenths));
    for (int i = 0; i < READS; i++) {
      switch (random.nextInt(8)) {
        case 0 -> leaf.restarted();
        case 1 ->
            assertThat(leaf.read(kWh(tenths + 100 + random.nextInt(9_000_000))))
                .isEqualTo(kWh(highest));
        case 2 -> assertThat(leaf.read(kWh(random.nextInt((int) tenths)))).isEqualTo(kWh(highest));
        default -> {
          tenths += random.nextInt(3);
          highest = tenths;
          assertThat(leaf.read(kWh(tenths))).isEqualTo(kWh(tenths));
        }
      }
    }
  }

  private static String kWh(long tenths) {
    return java.math.BigDecimal.valueOf(tenths, 1).toPlainString();
  }
}
