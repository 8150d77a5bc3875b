package givbridge.poll;

import static givbridge.testing.FakePlant.page;
import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.ReadBlock;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import givbridge.testing.FakePlant;
import givbridge.testing.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on one page of a battery, one after the other. */
class BlockGuardTest {
  private static final int CELL = 60;
  private static final int FIRST_SENSOR = 76;
  private static final int CELLS = 97;
  private static final int SOC = 100;

  private final BlockGuard guard = new BlockGuard(PollFixture.TABLES.guards());
  private final Identity identity =
      PollFixture.TABLES.plants().models().identify("SA2114G000", "2001", 449, Optional.empty());
  private final BlockReader reader = new BlockReader(PollFixture.TABLES.plants(), identity);
  private final Golden golden = Golden.gen1();
  private final int[] words =
      IntStream.range(60, 120).map(r -> golden.words(0x32).word(Bank.IR, r)).toArray();

  private Device device;
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private Optional<ReadBlock> good = Optional.empty();
  private Optional<Verdict.Suspicion> suspicion = Optional.empty();

  @BeforeEach
  void beginWithAGoodPage() {
    device =
        new Device(
            PollFixture.TABLES.plants().kind("battery").orElseThrow(),
            0x32,
            1,
            "x",
            ModelTables.traitsAt(identity, 0x32));
    assertThat(accepted()).isTrue();
  }

  /** The verdict on the page as it stands now, half a minute after the last. */
  private boolean accepted() {
    return acceptedAfter(Duration.ofSeconds(30));
  }

  /** As a poll does it: what is no more than unlikely is read again at once. */
  private boolean acceptedAfter(Duration pause) {
    now = now.plus(pause);
    ReadBlock block = read(page(0x32), words);
    Verdict verdict = judged(block);
    if (isUnlikely(verdict)) {
      verdict = judged(block);
    }
    if (verdict instanceof Verdict.Accepted) {
      good = Optional.of(block);
      return true;
    }
    return false;
  }

  private Verdict judged(ReadBlock block) {
    Verdict verdict = guard.judge(device, block, good, suspicion);
    suspicion = verdict.remember();
    return verdict;
  }

  private static boolean isUnlikely(Verdict verdict) {
    return verdict instanceof Verdict.Refused refused
        && refused.reason() == Verdict.Reason.UNLIKELY;
  }

  /** Whether the page as it stands now would have to be read twice. */
  private boolean unlikely() {
    now = now.plusSeconds(30);
    return isUnlikely(guard.judge(device, read(page(0x32), words), good, suspicion));
  }

  private ReadBlock read(BlockKey key, int[] of) {
    return reader.read(device, new Block(key, of, now), (bank, register) -> Words.UNKNOWN);
  }

  private void set(int register, int word) {
    words[register - 60] = word;
  }

  private void add(int register, int by) {
    words[register - 60] += by;
  }

  @ParameterizedTest(name = "register {0} may move by {1}")
  @CsvSource({
    "60, 300",
    "75, -300",
    "76, 50",
    "79, -50",
    "81, 200",
    "80, 1600",
    "100, -10",
    "103, 50",
    "104, -50",
    "83, 4000",
    "85, 1500",
    "89, -1500",
    "105, 50",
    "106, 50"
  })
  void aFieldMayMoveAsFarAsItsLimitAndNoFurther(int register, int limit) {
    add(register, limit);
    assertThat(accepted()).as("at the limit").isTrue();
    add(register, limit > 0 ? limit + 1 : limit - 1);
    assertThat(accepted()).as("beyond it").isFalse();
    assertThat(accepted()).as("said twice").isTrue();
  }

  @Test
  void oneFieldThatJumpsBackWasGarbage() {
    add(SOC, -11);
    assertThat(accepted()).isFalse();
    add(SOC, 11);
    assertThat(accepted()).isTrue();
    add(SOC, -11);
    assertThat(accepted()).as("a new suspicion begins").isFalse();
  }

  @Test
  void twoJumpsToDifferentValuesDoNotAgree() {
    add(CELL, 400);
    assertThat(accepted()).isFalse();
    add(CELL, 400);
    assertThat(accepted()).isFalse();
    assertThat(accepted()).isTrue();
  }

  @Test
  void severalFieldsThatJumpAreBelievedAtTheThirdTime() {
    add(SOC, -20);
    add(88 + 1, -3000);
    assertThat(accepted()).isFalse();
    assertThat(accepted()).isFalse();
    assertThat(accepted()).isTrue();
  }

  @Test
  void aValueThatLeavesAllBoundsHasJumped() {
    set(CELL, 0x0CFF * 10);
    assertThat(accepted()).isFalse();
  }

  @Test
  void aSensorThatIsTakenAwayIsBelievedAtTheSecondTime() {
    set(FIRST_SENSOR, 0xF556);
    assertThat(accepted()).isFalse();
    assertThat(accepted()).isTrue();
    set(FIRST_SENSOR, 200);
    assertThat(accepted()).as("and may come back").isTrue();
  }

  @Test
  void garbageThatIsOutOfBoundsAndGarbageThatIsNotDoNotAgree() {
    set(CELL, 0xFFFF);
    assertThat(accepted()).isFalse();
    set(CELL, 4900);
    assertThat(accepted()).isFalse();
  }

  @Test
  void afterFiveMinutesAnythingMayHaveMoved() {
    add(SOC, -20);
    add(CELL, -400);
    assertThat(acceptedAfter(Duration.ofMinutes(5).plusSeconds(1))).isTrue();
  }

  @Test
  void aConstantMustInsistForTenBlocksAndFifteenMinutes() {
    set(CELLS, 15);
    int refused = 0;
    Instant start = now;
    while (!accepted()) {
      refused++;
    }

    assertThat(refused).isGreaterThanOrEqualTo(10);
    assertThat(Duration.between(start, now)).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    assertThat(Duration.between(start, now)).isLessThan(Duration.ofMinutes(16));
  }

  @Test
  void aConstantThatInsistsForLongButSeldomStillNeedsTenBlocks() {
    set(CELLS, 15);
    for (int i = 0; i < 9; i++) {
      assertThat(acceptedAfter(Duration.ofMinutes(10))).isFalse();
    }
    assertThat(acceptedAfter(Duration.ofMinutes(10))).isTrue();
  }

  @Test
  void oneGoodBlockClearsTheSuspicion() {
    set(CELLS, 15);
    for (int i = 0; i < 9; i++) {
      assertThat(acceptedAfter(Duration.ofMinutes(5))).isFalse();
    }
    set(CELLS, 16);
    assertThat(accepted()).isTrue();
    set(CELLS, 15);
    assertThat(acceptedAfter(Duration.ofMinutes(5))).isFalse();
    assertThat(suspicion.orElseThrow().times()).isEqualTo(1);
  }

  @Test
  void aPageThatWentEmptyForGoodIsBelievedAfterFifteenMinutes() {
    Arrays.fill(words, 0);
    Instant start = now;
    int refused = 0;
    while (!accepted()) {
      refused++;
    }

    assertThat(refused).isGreaterThanOrEqualTo(10);
    assertThat(Duration.between(start, now)).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    assertThat(accepted()).as("and stays so").isTrue();
  }

  @Test
  void aPageThatIsEmptyFromTheStartIsBelieved() {
    good = Optional.empty();
    Arrays.fill(words, 0);
    assertThat(accepted()).isTrue();
  }

  @ParameterizedTest(name = "register {0} moves by {1}")
  @CsvSource({"60, 100", "60, -100", "81, 30", "105, 10", "100, -2"})
  void whatMovesFurtherThanUsualIsReadTwice(int register, int step) {
    set(105, 20);
    assertThat(accepted()).isTrue();
    add(register, step);
    assertThat(unlikely()).as("a step").isFalse();
    add(register, step > 0 ? 1 : -1);
    assertThat(unlikely()).as("more than a step").isTrue();
  }

  @Test
  void aCounterThatFallsIsReadTwice() {
    set(105, 20);
    assertThat(accepted()).isTrue();
    add(105, -1);
    assertThat(unlikely()).isTrue();
  }

  @Test
  void aNumberThatBecomesZeroOrWasZeroIsReadTwice() {
    set(105, 1);
    assertThat(accepted()).isTrue();
    set(105, 0);
    assertThat(unlikely()).isTrue();
    assertThat(accepted()).isTrue();
    set(105, 1);
    assertThat(unlikely()).isTrue();
  }

  @Test
  void whatHasNoStepIsReadTwiceWhenItChanges() {
    add(96, 1);
    assertThat(unlikely()).isTrue();
  }

  @Test
  void twoUnlikelyPagesThatDoNotAgreeAreNotBelieved() {
    add(CELL, 200);
    assertThat(unlikely()).isTrue();
    judged(read(page(0x32), words));
    add(CELL, -101);
    assertThat(isUnlikely(judged(read(page(0x32), words)))).isFalse();
    add(CELL, 202);
    judged(read(page(0x32), words));
    add(CELL, -404);
    assertThat(isUnlikely(judged(read(page(0x32), words)))).isTrue();
  }

  @Test
  void fiveWordsOfAPacketMayBeChanceAndSixAreNot() {
    Device inverter = Identification.inverter(PollFixture.TABLES.plants(), identity, 0x11);
    int[] block = new int[60];
    PollFixture.TABLES.guards().garbage().entrySet().stream()
        .limit(5)
        .forEach(entry -> block[entry.getKey()] = entry.getValue().iterator().next());
    BlockKey key = FakePlant.inverter(Bank.HR, 60, 60);
    assertThat(firstOf(inverter, key, block)).isInstanceOf(Verdict.Accepted.class);

    PollFixture.TABLES.guards().garbage().entrySet().stream()
        .limit(6)
        .forEach(entry -> block[entry.getKey()] = entry.getValue().iterator().next());
    assertThat(firstOf(inverter, key, block))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, it -> assertThat(it.reason().word()).isEqualTo("leaked-packet"));
  }

  @Test
  void anInverterIsNeverAllZeroHoweverOftenItSaysSo() {
    Device inverter = Identification.inverter(PollFixture.TABLES.plants(), identity, 0x11);
    BlockKey key = FakePlant.inverter(Bank.IR, 0, 60);
    Optional<Verdict.Suspicion> before = Optional.empty();
    for (int i = 0; i < 20; i++) {
      now = now.plusSeconds(120);
      Verdict verdict =
          guard.judge(
              inverter,
              reader.read(inverter, new Block(key, new int[60], now), (b, r) -> Words.UNKNOWN),
              Optional.empty(),
              before);
      before = verdict.remember();
      assertThat(before).isPresent();
    }
  }

  private Verdict firstOf(Device of, BlockKey key, int[] block) {
    ReadBlock read = reader.read(of, new Block(key, block, now), (bank, register) -> Words.UNKNOWN);
    return guard.judge(of, read, Optional.empty(), Optional.empty());
  }
}
