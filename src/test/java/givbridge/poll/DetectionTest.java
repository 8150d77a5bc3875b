package givbridge.poll;

import static givbridge.testing.FakePlant.inverter;
import static givbridge.testing.FakePlant.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.Device;
import givbridge.plant.Topology;
import givbridge.registers.Bank;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
  private static final BlockKey IDENTITY = inverter(Bank.HR, 0, 60);

  /** What is found in the end: by the first poll, and by looking around after it. */
  private static Topology detect(PollFixture fixture) throws LinkException {
    fixture.poller.poll(true);
    while (fixture.poller.hasMore()) {
      fixture.poller.explore();
    }
    return fixture.state.snapshot().orElseThrow().topology();
  }

  private static List<String> shown(Topology topology) {
    return topology.devices().stream()
        .map(d -> d.kind().name() + " " + d.index() + " " + d.key())
        .toList();
  }

  @Test
  void aFirstGenerationHybridHasTwoPacksAndFourEmptyPlaces() throws LinkException {
    Topology topology = detect(PollFixture.gen1());

    assertThat(topology.identity().model().name()).isEqualTo("HYBRID_GEN1");
    assertThat(topology.identity().ratedWatts()).contains(5000);
    assertThat(topology.devices()).extracting(Device::address).containsExactly(0x11, 0x32, 0x33);
    assertThat(topology.of("battery").map(Device::key)).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aSecondGenerationHybridHasAPackAndAMeter() throws LinkException {
    assertThat(shown(detect(PollFixture.gen2())))
        .containsExactly("inverter 1 EA2302G000", "battery 1 DF2244G000", "meter 1 1");
  }

  @Test
  void anAcCoupledInverterHasItsPack() throws LinkException {
    Topology topology = detect(PollFixture.ac());

    assertThat(topology.identity().model().name()).isEqualTo("AC");
    assertThat(topology.devices()).extracting(Device::address).containsExactly(0x11, 0x32);
  }

  @Test
  void aGapBetweenPacksDoesNotHideTheSecond() throws LinkException {
    PollFixture fixture = PollFixture.gen1();
    for (int i = 60; i < 120; i++) {
      fixture.plant.set(0x35, Bank.IR, i, fixture.plant.get(0x33, Bank.IR, i));
      fixture.plant.set(0x33, Bank.IR, i, 0);
    }

    assertThat(detect(fixture).of("battery"))
        .extracting(Device::address, Device::index)
        .containsExactly(tuple(0x32, 1), tuple(0x35, 2));
  }

  @Test
  void aMeterThatAnswersWithZerosAtFirstIsFoundMinutesLater() throws LinkException {
    PollFixture fixture = PollFixture.gen2();
    int volts = fixture.plant.get(0x01, Bank.IR, 60);
    fixture.plant.set(0x01, Bank.IR, 60, 0);
    assertThat(detect(fixture).of("meter")).isEmpty();

    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.plant.set(0x01, Bank.IR, 60, volts);
    fixture.poll();
    assertThat(fixture.state.snapshot().orElseThrow().topology().of("meter")).hasSize(1);
  }

  @Test
  void anAddressThatAnswersOfNobodyIsLookedAtAFewTimesAndThenNotUntilTheInverterWasAway()
      throws LinkException {
    PollFixture fixture = PollFixture.gen1();
    fixture.plant.zeros(0x03, Bank.IR, 60, 30);
    detect(fixture);
    assertThat(looks(fixture, 0x03)).isOne();
    assertThat(looksWithin(fixture, Duration.ofMinutes(1), 0x03)).isOne();
    assertThat(looksWithin(fixture, Duration.ofMinutes(2), 0x03)).isOne();
    assertThat(looksWithin(fixture, Duration.ofMinutes(6), 0x03)).isOne();
    assertThat(looksWithin(fixture, Duration.ofHours(2), 0x03)).isZero();

    fixture.clock.advance(Duration.ofMinutes(6));
    fixture.plant.reconnect();
    fixture.poll();
    assertThat(looks(fixture, 0x03)).isOne();
  }

  private static int looksWithin(PollFixture fixture, Duration time, int address)
      throws LinkException {
    fixture.plant.asked();
    for (Duration t = Duration.ZERO; t.compareTo(time) < 0; t = t.plus(PollFixture.QUICK)) {
      fixture.poll();
    }
    return looks(fixture, address);
  }

  /** Since the last call; each look reads twice. */
  private static int looks(PollFixture fixture, int address) {
    List<BlockKey> asked = fixture.plant.asked();
    return (int) asked.stream().filter(key -> key.address() == address).count() / 2;
  }

  @Test
  void twoReadsMustAgreeOnWhoAnswers() throws LinkException {
    PollFixture fixture = PollFixture.gen2();
    fixture.plant.corruptOnce(IDENTITY, words -> with(words, 21, 449));

    assertThat(detect(fixture).identity().arm()).isEqualTo(920);
    assertThat(fixture.plant.asked().subList(0, 3)).containsOnly(IDENTITY);
  }

  @Test
  void anInverterThatNeverSaysTwiceTheSameIsNotBelieved() {
    PollFixture fixture = PollFixture.gen2();
    for (int i = 0; i < 4; i++) {
      int arm = 900 + i;
      fixture.plant.corruptOnce(IDENTITY, words -> with(words, 21, arm));
    }

    assertThatThrownBy(() -> detect(fixture))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("does not say twice alike");
  }

  @Test
  void anInverterWithoutASerialNumberIsNotBelieved() {
    PollFixture fixture = PollFixture.gen2();
    fixture.plant.set(0x11, Bank.HR, 13, 0x0102);

    assertThatThrownBy(() -> detect(fixture)).isInstanceOf(LinkException.class);
  }

  @Test
  void aPackWhoseFirstPageWasZeroedOrShiftedIsStillFoundWithItsSerial() throws LinkException {
    for (int shift : new int[] {0, 1, 7}) {
      PollFixture fixture = PollFixture.gen1();
      fixture.plant.corruptOnce(
          page(0x32), words -> shift == 0 ? new int[words.length] : Garbage.slip(words, shift));
      fixture.plant.corruptOnce(page(0x33), words -> with(words, 37, 99));

      assertThat(shown(detect(fixture))).isEqualTo(shown(detect(PollFixture.gen1())));
    }
  }

  @Test
  void aPackThatFallsSilentAfterItsFirstAnswerIsAskedAgain() throws LinkException {
    PollFixture fixture = PollFixture.gen1();
    int[] asked = {0};
    fixture.plant.silence(key -> key.equals(page(0x32)) && ++asked[0] % 60 == 2);

    assertThat(detect(fixture).devices()).hasSize(3);
  }

  @Test
  void aPackThatNeverSaysTwiceTheSameIsNotTakenUp() throws LinkException {
    PollFixture fixture = PollFixture.gen1();
    for (int i = 0; i < 4; i++) {
      int cells = 10 + i;
      fixture.plant.corruptOnce(page(0x33), words -> with(words, 37, cells));
    }

    assertThat(detect(fixture).devices()).extracting(Device::address).doesNotContain(0x33);
  }

  @Test
  void aLostConnectionEndsTheSearch() {
    PollFixture fixture = PollFixture.gen2();
    fixture.plant.offline(true);

    assertThatThrownBy(() -> detect(fixture))
        .isInstanceOfSatisfying(
            LinkException.class, e -> assertThat(e.why()).isEqualTo(LinkException.Cause.OFFLINE));
  }

  @Test
  void aConnectionLostAmongThePacksEndsTheSearch() {
    PollFixture fixture = PollFixture.gen1();
    fixture.plant.silence(
        key -> {
          fixture.plant.offline(key.address() == 0x32);
          return false;
        });

    assertThatThrownBy(() -> detect(fixture))
        .isInstanceOfSatisfying(
            LinkException.class, e -> assertThat(e.why()).isEqualTo(LinkException.Cause.OFFLINE));
  }

  @Test
  void anUnknownModelIsReadWithItsPacksAndWithoutMeters() throws LinkException {
    PollFixture fixture = PollFixture.gen2();
    fixture.plant.set(0x11, Bank.HR, 0, 0x9901);

    Topology topology = detect(fixture);

    assertThat(topology.identity().can("known")).isFalse();
    assertThat(topology.identity().ratedWatts()).contains(3600);
    assertThat(topology.devices()).extracting(d -> d.kind().name()).doesNotContain("meter");
    assertThat(topology.devices()).hasSize(2);
  }

  private static int[] with(int[] words, int place, int word) {
    int[] changed = words.clone();
    changed[place] = word;
    return changed;
  }
}
