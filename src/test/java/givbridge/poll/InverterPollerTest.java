package givbridge.poll;

import static givbridge.testing.FakePlant.inverter;
import static givbridge.testing.FakePlant.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import givbridge.link.LinkException;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.plant.Device;
import givbridge.plant.Snapshot;
import givbridge.registers.Bank;
import givbridge.registers.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InverterPollerTest {
  private static final BlockKey MEASURED = inverter(Bank.IR, 0, 60);
  private static final BlockKey SETTINGS = inverter(Bank.HR, 60, 60);
  private static final BlockKey IDENTITY = inverter(Bank.HR, 0, 60);
  private static final BlockKey EXTRA = inverter(Bank.IR, 240, 60);

  private final PollFixture gen1 = PollFixture.gen1();
  private final PollFixture gen2 = PollFixture.gen2();

  @Test
  void theFirstPollFindsThePlantAndReadsAllOfIt() throws LinkException {
    Snapshot snapshot = gen2.poll();

    assertThat(gen2.told).startsWith("found 2", "found 3");
    assertThat(snapshot.report().full()).isTrue();
    assertThat(snapshot.report().number()).isEqualTo(1);
    assertThat(snapshot.reading("serial_number").known()).contains(new Value.Text("EA2302G000"));
    assertThat(snapshot.block(SETTINGS)).isPresent();
    assertThat(snapshot.block(page(0x32))).isPresent();
    assertThat(gen2.state.snapshot()).contains(snapshot);
  }

  @Test
  void betweenFullPollsOnlyTheQuickBlocksAreRead() throws LinkException {
    gen2.poll();
    gen2.poll();
    gen2.poll();
    gen2.poll();
    gen2.plant.asked();

    Snapshot quick = gen2.poll();

    assertThat(quick.report().full()).isFalse();
    assertThat(gen2.plant.asked())
        .containsExactly(
            MEASURED,
            inverter(Bank.IR, 180, 60),
            IDENTITY,
            page(0x32),
            new BlockKey(1, new BlockSpec(Bank.IR, 60, 30)));
    assertThat(quick.block(SETTINGS)).as("the older block stays").isPresent();
  }

  @Test
  void settingsAreReadAgainWhenTheirTimeHasComeOrWhenAsked() throws LinkException {
    gen2.poll();
    assertThat(gen2.poller.poll(true).report().full()).isTrue();

    gen2.clock.advance(PollFixture.FULL.minusSeconds(1));
    assertThat(gen2.poller.poll(false).report().full()).isFalse();
    gen2.clock.advance(Duration.ofSeconds(1));
    assertThat(gen2.poller.poll(false).report().full()).isTrue();
  }

  @Test
  void aBlockThatFailsKeepsItsWordsAndItsAge() throws LinkException {
    gen2.poll();
    gen2.poll();
    Snapshot before = gen2.poll();
    Instant read = before.block(MEASURED).orElseThrow().block().at();
    gen2.plant.silence(MEASURED::equals);

    Snapshot after = gen2.poll();

    assertThat(after.block(MEASURED).orElseThrow()).isEqualTo(before.block(MEASURED).orElseThrow());
    assertThat(after.block(MEASURED).orElseThrow().block().at()).isEqualTo(read);
    assertThat(after.block(IDENTITY).orElseThrow().block().at()).isAfter(read);
    assertThat(after.report().failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(MEASURED));
  }

  @Test
  void anOptionalBlockIsGivenUpAfterThreeFailuresAndLookedForAgainAfterALongTimeAway()
      throws LinkException {
    gen2.poll();
    assertThat(gen2.told).doesNotContain("absent " + EXTRA);
    gen2.clock.advance(Duration.ofSeconds(30));
    gen2.explore();
    gen2.clock.advance(Duration.ofMinutes(2));
    gen2.explore();
    assertThat(gen2.told).contains("absent " + EXTRA);
    gen2.plant.asked();

    gen2.poller.poll(true);
    gen2.plant.reconnect();
    gen2.poll();
    assertThat(gen2.plant.asked()).contains(SETTINGS).doesNotContain(EXTRA);

    gen2.clock.advance(Duration.ofMinutes(6));
    gen2.plant.reconnect();
    gen2.poll();
    assertThat(gen2.plant.asked()).contains(EXTRA);
  }

  @Test
  void aBlockOfSettingsThatFailedIsTriedAgainInTheNextPolls() throws LinkException {
    gen2.plant.silence(SETTINGS::equals);
    gen2.poll();
    gen2.plant.asked();

    gen2.plant.silence(key -> false);
    Snapshot healed = gen2.poll();

    assertThat(gen2.plant.asked()).contains(SETTINGS);
    assertThat(healed.block(SETTINGS)).isPresent();
    gen2.poll();
    assertThat(gen2.plant.asked()).doesNotContain(SETTINGS);
  }

  @Test
  void aBlockOfSettingsThatKeepsFailingWaitsForTheNextFullPoll() throws LinkException {
    gen2.plant.silence(SETTINGS::equals);
    for (int i = 0; i < 4; i++) {
      gen2.poll();
    }
    gen2.plant.asked();

    gen2.poll();
    assertThat(gen2.plant.asked()).doesNotContain(SETTINGS);
    gen2.poller.poll(true);
    assertThat(gen2.plant.asked()).contains(SETTINGS);
  }

  @Test
  void aSilentDongleEndsThePollAfterTwoBlocksAndEverythingKnownStays() throws LinkException {
    Snapshot before = gen2.poll();
    gen2.plant.asked();
    gen2.plant.silence(key -> true);

    assertThatThrownBy(gen2::poll)
        .isInstanceOfSatisfying(
            LinkException.class, e -> assertThat(e.why()).isEqualTo(LinkException.Cause.NO_ANSWER));
    assertThat(gen2.plant.asked()).hasSize(2);
    assertThat(gen2.state.snapshot()).contains(before);
  }

  @Test
  void withoutAConnectionAPollEndsAtOnce() throws LinkException {
    gen2.poll();
    gen2.plant.asked();
    gen2.plant.offline(true);

    assertThatThrownBy(gen2::poll)
        .isInstanceOfSatisfying(
            LinkException.class, e -> assertThat(e.why()).isEqualTo(LinkException.Cause.OFFLINE));
    assertThat(gen2.plant.asked()).hasSize(1);
  }

  @Test
  void silentPacksDoNotEndThePoll() throws LinkException {
    gen1.poll();
    gen1.plant.asked();
    gen1.plant.silence(key -> key.address() >= 0x32);

    Snapshot snapshot = gen1.poller.poll(true);

    assertThat(gen1.plant.asked()).contains(SETTINGS);
    assertThat(snapshot.report().failures()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(snapshot.block(page(0x33))).isPresent();
  }

  @Test
  void anErrorBetweenTwoSilencesShowsThatTheDongleLives() throws LinkException {
    gen2.poll();
    gen2.plant.asked();
    gen2.plant.silence(key -> key.equals(MEASURED) || key.equals(IDENTITY));
    gen2.plant.refuse(inverter(Bank.IR, 180, 60)::equals);

    gen2.poll();

    assertThat(gen2.plant.asked()).contains(page(0x32));
  }

  @Test
  void aFullPollThatWasCutShortIsMadeUpFor() throws LinkException {
    gen2.poll();
    gen2.clock.advance(PollFixture.FULL);
    gen2.plant.silence(key -> key.spec().bank() == Bank.HR && key.spec().base() > 0);
    gen2.poller.poll(false);
    gen2.plant.silence(key -> false);

    assertThat(gen2.poll().report().full()).isTrue();
    assertThat(gen2.poll().report().full()).isFalse();
  }

  @Test
  void anotherInverterIsBelievedWhenItAnsweredTwiceAlike() throws LinkException {
    gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 17, 0x3039);

    assertThat(gen2.poll().identity().serial()).isEqualTo("EA2302G000");
    assertThatThrownBy(gen2::poll).hasMessageContaining("another inverter answers");
    assertThat(gen2.state.snapshot()).isEmpty();
    assertThat(gen2.told).contains("identity EA2302G000 EA2302G009");
    assertThat(gen2.poll().identity().serial()).isEqualTo("EA2302G009");
  }

  @Test
  void anotherFirmwareThatAnsweredTwiceIsAnotherModel() throws LinkException {
    gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 21, 312);

    assertThat(gen2.poll().identity().arm()).isEqualTo(920);
    assertThatThrownBy(gen2::poll).isInstanceOf(LinkException.class);
    assertThat(gen2.poll().identity().model().name()).isEqualTo("HYBRID_GEN3");
  }

  @Test
  void anUnreadableSerialNumberNeverMakesAnotherInverter() throws LinkException {
    Snapshot before = gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 15, 0x0001);

    for (int i = 0; i < 5; i++) {
      Snapshot after = gen2.poll();
      assertThat(after.identity()).isEqualTo(before.identity());
      assertThat(after.block(IDENTITY)).isEqualTo(before.block(IDENTITY));
    }
  }

  @Test
  void anExchangedPackIsFoundAnewOnceItIsBelieved() throws LinkException {
    gen1.poll();
    gen1.plant.set(0x33, Bank.IR, 114, 0x3939);

    for (int i = 0; i < 100; i++) {
      Snapshot snapshot = gen1.poll();
      Device pack = snapshot.topology().devices().get(2);
      assertThat(snapshot.reading(pack, "serial_number").known())
          .contains(new Value.Text(pack.key()));
    }

    assertThat(gen1.state.snapshot().orElseThrow().topology().devices().get(2).key())
        .endsWith("99");
  }

  @Test
  void aFirstPollThatIsCutShortIsMadeUpForByTheNext() throws LinkException {
    gen2.plant.silence(key -> key.address() == 0x11 && !key.equals(IDENTITY));
    assertThatThrownBy(gen2::poll).isInstanceOf(LinkException.class);
    gen2.plant.silence(key -> false);

    Snapshot snapshot = gen2.poll();

    assertThat(gen2.told).containsOnlyOnce("found 3");
    assertThat(snapshot.report().full()).isTrue();
    assertThat(snapshot.block(SETTINGS)).isPresent();
  }

  @Test
  void aPollOfNothingButGarbageIsAFailure() throws LinkException {
    gen2.poll();
    gen2.poll();
    gen2.poll();
    for (BlockKey key : List.of(MEASURED, inverter(Bank.IR, 180, 60), IDENTITY, page(0x32))) {
      gen2.plant.corruptOnce(key, words -> new int[words.length]);
    }
    gen2.plant.silence(key -> key.address() == 1);

    assertThatThrownBy(gen2::poll).isInstanceOf(LinkException.class);
  }

  @Test
  void aChangedSettingIsReadTwiceAndShownInThatPoll() throws LinkException {
    gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 110, 30);
    gen2.plant.set(0x11, Bank.HR, 94, 130);
    gen2.plant.asked();

    Snapshot snapshot = gen2.poller.poll(true);

    assertThat(gen2.plant.asked()).filteredOn(SETTINGS::equals).hasSize(2);
    assertThat(snapshot.reading("battery_soc_reserve").known()).contains(Value.Amount.of(30));
    assertThat(gen2.told).noneMatch(line -> line.startsWith("refused"));
  }

  @Test
  void aSpoiledSettingIsToldAndNotShown() throws LinkException {
    Snapshot before = gen2.poll();
    gen2.plant.corruptOnce(SETTINGS, words -> with(words, 50, 30));

    Snapshot after = gen2.poller.poll(true);

    assertThat(after.reading("battery_soc_reserve").known())
        .isEqualTo(before.reading("battery_soc_reserve").known());
    assertThat(after.block(SETTINGS).orElseThrow().block().at()).isEqualTo(gen2.clock.instant());
    assertThat(gen2.told).contains("refused unlikely " + SETTINGS);
  }

  @Test
  void aChangeOfWhichTheFirstReplyIsSpoiledIsReadThreeTimes() throws LinkException {
    gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 110, 30);
    gen2.plant.corruptOnce(SETTINGS, words -> with(words, 50, 40));

    Snapshot snapshot = gen2.poller.poll(true);

    assertThat(snapshot.reading("battery_soc_reserve").known()).contains(Value.Amount.of(30));
  }

  @Test
  void aBlockThatNeverSaysTheSameTwiceKeepsItsLastGoodWords() throws LinkException {
    Snapshot before = gen2.poll();
    for (int reserve : new int[] {30, 40, 50}) {
      gen2.plant.corruptOnce(SETTINGS, words -> with(words, 50, reserve));
    }

    Snapshot after = gen2.poller.poll(true);

    assertThat(after.block(SETTINGS)).isEqualTo(before.block(SETTINGS));
    assertThat(after.report().failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(SETTINGS));
  }

  @Test
  void anUnlikelyBlockThatIsNotAnsweredAgainWaitsForTheNextPoll() throws LinkException {
    gen2.poll();
    gen2.plant.set(0x11, Bank.HR, 110, 30);
    gen2.plant.silence(key -> key.equals(SETTINGS) && gen2.plant.wasAsked(SETTINGS, 2));
    gen2.plant.asked();

    gen2.poller.poll(true);
    gen2.plant.silence(key -> false);

    assertThat(gen2.poll().reading("battery_soc_reserve").known()).contains(Value.Amount.of(30));
  }

  private static int[] with(int[] words, int place, int word) {
    int[] changed = words.clone();
    changed[place] = word;
    return changed;
  }

  @Test
  void aPollThatTakesLongerThanItsPeriodSaysSo() throws LinkException {
    gen2.poll();
    gen2.plant.silence(
        key -> {
          gen2.clock.advance(Duration.ofSeconds(4));
          return false;
        });

    Snapshot slow = gen2.poll();

    assertThat(slow.report().overran()).isTrue();
    assertThat(slow.report().took()).isGreaterThan(PollFixture.QUICK);
  }
}
