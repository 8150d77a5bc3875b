package givbridge.joint;

import givbridge.registers.Value;
import givbridge.view.Leaf;
import givbridge.view.TreeRow;
import java.time.Instant;
import java.util.List;

/**
 * Something that the plant view says of its members.
 *
 * @param leaf where and how it is shown
 * @param says what it says
 * @param words of a status the words for yes and no; of a list the word for nobody
 */
record JointStat(TreeRow leaf, Says says, List<String> words) {
  JointStat {
    words = List.copyOf(words);
  }

  /** What is said. */
  enum Says {
    /** Whether any member gives data. */
    STATUS(2),
    /** Whether something that should be in a sum is not. */
    PARTIAL(0),
    /** All members. */
    MEMBERS(1),
    /** Those without data, or with old ones. */
    MISSING(1),
    /** Those of which another member tells. */
    BEHIND(1);

    private final int words;

    Says(int words) {
      this.words = words;
    }

    /** How many words it needs. */
    int words() {
      return words;
    }
  }

  /** The leaf as of now. */
  Leaf of(Roll roll, boolean partial, Instant now) {
    return switch (says) {
      case STATUS -> Leaf.beside(leaf, new Value.Text(words.get(roll.isAnyFresh() ? 0 : 1)), now);
      case PARTIAL -> Leaf.beside(leaf, new Value.Flag(partial), now);
      case MEMBERS -> list(roll.all(), now);
      case MISSING -> list(roll.missing(), now);
      case BEHIND -> list(roll.behind(), now);
    };
  }

  private Leaf list(List<Member> members, Instant now) {
    List<String> names = members.stream().map(Member::name).toList();
    return Leaf.list(leaf, names, names.isEmpty() ? words.get(0) : String.join(",", names), now);
  }
}
