package givbridge.joint;

import java.util.List;

/**
 * Who stands where among the members.
 *
 * @param all every member
 */
record Roll(List<Member> all) {
  Roll {
    all = List.copyOf(all);
  }

  /** Those of which no other tells. */
  List<Member> front() {
    return all.stream().filter(member -> !isBehind(member)).toList();
  }

  /** Those of which another tells, so that most of their values are in its own. */
  List<Member> behind() {
    return all.stream().filter(this::isBehind).toList();
  }

  /** Those that give no data now. */
  List<Member> missing() {
    return all.stream().filter(member -> !member.isFresh()).toList();
  }

  boolean isAnyFresh() {
    return all.stream().anyMatch(Member::isFresh);
  }

  private boolean isBehind(Member member) {
    return all.stream().anyMatch(other -> other.tellsOf(member));
  }
}
