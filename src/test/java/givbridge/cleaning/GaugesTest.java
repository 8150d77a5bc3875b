package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.CleaningRule.Filter;
import givbridge.cleaning.CleaningRule.Rising;
import givbridge.cleaning.CleaningRule.Zero;
import givbridge.cleaning.Finding.Course;
import givbridge.registers.Reading.Why;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugesTest {
  @ParameterizedTest
  @CsvSource({
    "NONE,     ABSOLUTE, 500, 19000, 19000",
    "LOW,      ABSOLUTE, 500, 7500,  7500",
    "LOW,      ABSOLUTE, 500, 7501,  500",
    "MEDIUM,   ABSOLUTE, 500, 5500,  5500",
    "MEDIUM,   ABSOLUTE, 500, -4501, 500",
    "HIGH,     ABSOLUTE, 500, 1501,  500",
    "NONE,     RATIO,    100, 200,   200",
    "LOW,      RATIO,    100, 150,   150",
    "LOW,      RATIO,    100, 151,   100",
    "MEDIUM,   RATIO,    100, 136,   100",
    "HIGH,     RATIO,    100, 125,   125",
    "HIGH,     RATIO,    100, 126,   100",
    "HIGH,     RATIO,    1,   1.9,   1.9",
    "HIGH,     RATIO,    0,   90,    90",
    "MEDIUM,   NONE,     1,   90,    90",
    "NONE,     CHARGE,   50,  54,    50",
    "NONE,     CHARGE,   50,  53.5,  53.5",
    "NONE,     CHARGE,   50,  46,    50",
    "NONE,     CHARGE,   50,  0,     0"
  })
  void aJumpIsDoubtedByTheLevelAndTheKindOfFilter(
      Smoothing smoothing, Filter filter, String before, String now, String shown) {
    Leaf leaf = Leaf.of(Zero.OK, filter, Rising.NO).smoothing(smoothing).charging(60, 3);
    assertThat(leaf.read(before)).isEqualTo(before);
    assertThat(leaf.read(now)).isEqualTo(shown);
  }

  /** The leaf itself checks that judging would have come to the same. */
  @ParameterizedTest
  @CsvSource({"REJECTED,ABSOLUTE,700", "REJECTED,RATIO,0", "OK,CHARGE,55.5", "OK,NONE,-1"})
  void whatStandsStillIsBelievedWhateverTheCircumstances(Zero zero, Filter filter, String number) {
    Leaf leaf = Leaf.of(zero, filter, Rising.NO).smoothing(Smoothing.HIGH).charging(0, 0);
    leaf.read(number);
    assertThat(leaf.doubted(true).clockKnown(false).read(number)).isEqualTo(number);
    assertThat(leaf.after(Duration.ofDays(2)).read(number)).isEqualTo(number);
    assertThat(leaf.again(number)).isEqualTo(number);
    assertThat(leaf.stoodStill()).isEqualTo(3);
  }

  @Test
  void whatIsDoubtedDoesNotStandStill() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.read("9000")).isEqualTo("200");
    leaf.read("200");
    assertThat(leaf.stoodStill()).isZero();
    leaf.read("200");
    assertThat(leaf.stoodStill()).isEqualTo(1);
  }

  @Test
  void aCounterIsAlwaysJudged() {
    Leaf leaf = Leaf.total();
    leaf.readTimes(3, "17.5");
    assertThat(leaf.stoodStill()).isZero();
  }

  @Test
  void aRealJumpIsShownAtTheSecondReadAndASpikeNever() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.read("9000")).isEqualTo("200");
    assertThat(leaf.read("9100")).isEqualTo("9100");
    assertThat(leaf.read("-8000")).isEqualTo("9100");
    assertThat(leaf.read("9050")).isEqualTo("9050");
    assertThat(leaf.findings())
        .containsExactly(
            new Finding(Doubt.JUMP, Course.BEGINS), new Finding(Doubt.JUMP, Course.BEGINS));
  }

  @Test
  void twoSpikesThatDisagreeAreBothRefused() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.read("9000")).isEqualTo("200");
    assertThat(leaf.read("-9000")).isEqualTo("200");
    assertThat(leaf.read("250")).isEqualTo("250");
    assertThat(leaf.findings())
        .extracting(Finding::course)
        .containsExactly(Course.BEGINS, Course.GOES_ON);
  }

  @Test
  void theSameReadJudgedTwiceIsNoSecondRead() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.read("9000")).isEqualTo("200");
    assertThat(leaf.again("9000")).isEqualTo("200");
    assertThat(leaf.doubts()).hasSize(1);
    assertThat(leaf.read("9000")).isEqualTo("9000");
  }

  @Test
  void whatIsOutsideItsBoundsIsHeldForTenMinutesThenAbsentAndNeverTakenOver() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    Instant read = leaf.now();
    assertThat(leaf.readTimes(21, "200000")).isEqualTo("200");
    assertThat(leaf.shownAt()).isEqualTo(read);
    assertThat(leaf.readTimes(50, "200000")).isEqualTo("absent");
    assertThat(leaf.doubts()).containsOnly(Doubt.OUT_OF_BOUNDS).hasSize(71);
    assertThat(leaf.read("300")).isEqualTo("300");
  }

  @Test
  void whatCannotBeReadIsHeldAndWhatDoesNotExistIsNot() {
    Leaf leaf = Leaf.power();
    assertThat(leaf.unknown(Why.UNREADABLE)).isEqualTo("absent");
    leaf.read("200");
    assertThat(leaf.unknown(Why.UNREADABLE)).isEqualTo("200");
    assertThat(leaf.unknown(Why.INPUT_UNKNOWN)).isEqualTo("200");
    assertThat(leaf.unknown(Why.NOT_APPLICABLE)).isEqualTo("absent");
    assertThat(leaf.unknown(Why.NEVER_READ)).isEqualTo("absent");
  }

  @Test
  void aSuddenZeroIsRefusedOnceWhereTheRuleSaysSo() {
    Leaf leaf = Leaf.of(Zero.REJECTED, Filter.RATIO, Rising.NO);
    assertThat(leaf.read("0")).isEqualTo("0");
    leaf.read("51");
    assertThat(leaf.read("0")).isEqualTo("51");
    assertThat(leaf.read("51")).isEqualTo("51");
    assertThat(leaf.read("0")).isEqualTo("51");
    assertThat(leaf.read("0")).isEqualTo("0");
  }

  @Test
  void afterAnOutageTheOldValueSaysNothingOfTheNew() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.after(Duration.ofHours(2)).read("9000")).isEqualTo("9000");
  }

  @Test
  void aChargeMayMoveFurtherTheLongerAgoItWasRead() {
    Leaf leaf = Leaf.of(Zero.OK, Filter.CHARGE, Rising.NO).charging(60, 3);
    leaf.read("50");
    assertThat(leaf.after(Duration.ofMinutes(5)).read("58")).isEqualTo("58");
    assertThat(leaf.read("90")).isEqualTo("58");
    assertThat(leaf.read("90")).isEqualTo("90");
  }

  @Test
  void aFurtherChargeThanEnergyCanHaveFlowedIsNeverShownAtFirstNotEvenAfterAnOutage() {
    Leaf leaf = Leaf.of(Zero.OK, Filter.CHARGE, Rising.NO).charging(60, 3);
    leaf.read("50");
    assertThat(leaf.after(Duration.ofMinutes(15)).read("80")).isEqualTo("50");
    assertThat(leaf.read("20")).isEqualTo("50");
    assertThat(leaf.read("21")).isEqualTo("21");
    assertThat(leaf.after(Duration.ofHours(1)).read("80")).isEqualTo("80");
    assertThat(leaf.doubts()).containsExactly(Doubt.JUMP, Doubt.JUMP);
  }

  @Test
  void ofABatteryOfUnknownSizeEveryChargeIsBelieved() {
    Leaf leaf = Leaf.of(Zero.OK, Filter.CHARGE, Rising.NO);
    leaf.read("50");
    assertThat(leaf.read("95")).isEqualTo("95");
  }

  @Test
  void whatDoesNotFitTogetherIsHeldUnlessItIsTheValueShownAlready() {
    Leaf leaf = Leaf.power();
    leaf.read("200");
    assertThat(leaf.doubted(true).read("700")).isEqualTo("200");
    assertThat(leaf.read("200")).isEqualTo("200");
    assertThat(leaf.read("900")).isEqualTo("200");
    assertThat(leaf.doubted(false).read("910")).isEqualTo("910");
    assertThat(leaf.doubts()).containsOnly(Doubt.AGAINST_THE_WHOLE);
  }

  @Test
  void whatIsDerivedFromBelievedValuesMayJump() {
    Leaf leaf = Leaf.power().from(Circumstances.Sources.NONE);
    leaf.read("200");
    assertThat(leaf.read("9000")).isEqualTo("9000");
  }
}
