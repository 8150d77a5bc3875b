package givbridge.joint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of one sum.
 *
 * @param parts what the members give
 * @param lacking whether a member that should give a part gives none now
 * @param unknowable whether there are inverters that are no members, and whose part nobody tells
 */
record Gathering(List<Part> parts, boolean lacking, boolean unknowable) {
  Gathering {
    parts = List.copyOf(parts);
  }

  /** Whether all parts are of the same day. */
  boolean isOfOneDay() {
    return parts.stream().map(Part::day).distinct().count() <= 1;
  }

  /**
   * Asks those members for their parts, and those behind them for what they cannot tell themselves.
   *
   * @param asked the members that count
   * @param all every member
   */
  static Gathering of(JointKey key, List<Member> asked, List<Member> all) {
    Collecting collecting = new Collecting(key, all);
    for (Member member : asked) {
      collecting.ask(member);
    }
    return new Gathering(collecting.parts, collecting.lacking, collecting.unknowable);
  }

  private static final class Collecting {
    private final JointKey key;
    private final List<Member> all;
    private final Set<Integer> seen = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean lacking;
    private boolean unknowable;

    Collecting(JointKey key, List<Member> all) {
      this.key = key;
      this.all = all;
    }

    /** Each member is asked once, whoever else tells of it. */
    void ask(Member member) {
      if (!seen.add(member.number())) {
        return;
      }
      if (member.known().isEmpty()) {
        lacking = true;
        return;
      }
      Member.Known known = member.known().get();
      Optional<Source> source = key.source(known);
      if (source.isPresent()) {
        take(known.fresh() ? source.get().part(known) : Optional.empty());
      } else {
        known.told().forEach(this::askBehind);
      }
    }

    private void take(Optional<Part> part) {
      if (part.isPresent()) {
        parts.add(part.get());
      } else {
        lacking = true;
      }
    }

    private void askBehind(String serial) {
      all.stream()
          .filter(member -> member.known().filter(it -> it.serial().equals(serial)).isPresent())
          .findFirst()
          .ifPresentOrElse(this::ask, () -> unknowable = true);
    }
  }
}
