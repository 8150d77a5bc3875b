package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered of leaves, while the tree changes and comes back. */
class LeafMemoriesTest {
  private static final LeafMemory ONE = LeafMemory.NOTHING.withResets(1);
  private static final LeafMemory TWO = LeafMemory.NOTHING.withResets(2);
  private static final LeafMemory THREE = LeafMemory.NOTHING.withResets(3);
  private static final Paths WITH_BATTERY =
      new Paths(List.of("Power/PV", "Battery/Cycles", "Energy/Load"));
  private static final Paths ALONE = new Paths(List.of("Energy/Load", "Power/PV", "Power/Grid"));

  private static LeafMemories remembering(Paths tree, LeafMemory... memories) {
    LeafMemories.Draft draft = LeafMemories.NONE.draft(tree);
    for (int number = 0; number < memories.length; number++) {
      draft.put(number, memories[number]);
    }
    return draft.done();
  }

  @Test
  void whatIsRememberedIsFoundByPathAndByNumber() {
    LeafMemories memories = remembering(WITH_BATTERY, ONE, TWO, THREE);

    assertThat(memories.leaf("Power/PV")).isEqualTo(ONE);
    assertThat(memories.leaf("Battery/Cycles")).isEqualTo(TWO);
    assertThat(memories.leaf("Energy/Load")).isEqualTo(THREE);
    assertThat(memories.draft(WITH_BATTERY).at(1)).isEqualTo(TWO);
    assertThat(memories.leaf("A/First")).isEqualTo(LeafMemory.NOTHING);
    assertThat(memories.leaf("Power/PW")).isEqualTo(LeafMemory.NOTHING);
  }

  @Test
  void aDraftKnowsWhetherAnotherTreeWasJudgedBefore() {
    LeafMemories memories = remembering(WITH_BATTERY, ONE, TWO, THREE);

    assertThat(memories.draft(WITH_BATTERY).isOfSameTree()).isTrue();
    assertThat(memories.draft(ALONE).isOfSameTree()).isFalse();
    assertThat(memories.draft(ALONE).done().draft(ALONE).isOfSameTree()).isTrue();
  }

  @Test
  void aDraftChangesNothingOfWhatWasRemembered() {
    LeafMemories before = remembering(WITH_BATTERY, ONE, TWO, THREE);

    LeafMemories.Draft draft = before.draft(WITH_BATTERY);
    draft.put(0, THREE);
    LeafMemories after = draft.done();
    draft.put(0, TWO);

    assertThat(before.leaf("Power/PV")).isEqualTo(ONE);
    assertThat(after.leaf("Power/PV")).isEqualTo(THREE);
    assertThat(after.leaf("Energy/Load")).isEqualTo(THREE);
  }

  @Test
  void aLeafThatLeavesTheTreeIsRememberedUntilItComesBack() {
    LeafMemories with = remembering(WITH_BATTERY, ONE, TWO, THREE);

    LeafMemories without = with.draft(ALONE).done();
    LeafMemories again = without.draft(WITH_BATTERY).done();

    assertThat(without.draft(ALONE).at(0)).isEqualTo(THREE);
    assertThat(without.draft(ALONE).at(1)).isEqualTo(ONE);
    assertThat(without.draft(ALONE).at(2)).isEqualTo(LeafMemory.NOTHING);
    assertThat(without.leaf("Battery/Cycles")).isEqualTo(TWO);
    assertThat(again.draft(WITH_BATTERY).at(1)).isEqualTo(TWO);
  }

  @Test
  void whatSurvivedARestartIsFoundInTheTree() {
    LeafMemories kept = LeafMemories.of(Map.of("Energy/Load", TWO, "Gone", ONE));

    LeafMemories now = kept.draft(ALONE).done();

    assertThat(kept.leaf("Energy/Load")).isEqualTo(TWO);
    assertThat(now.draft(ALONE).at(0)).isEqualTo(TWO);
    assertThat(now.leaf("Gone")).isEqualTo(ONE);
  }
}
