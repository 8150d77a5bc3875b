package givbridge.joint;

import java.util.ArrayList;
import java.util.List;

/**
 * Who stands where among the members.
 *
 * @param all every member
 * @param front those of which no other tells
 * @param behind those of which another tells, so that most of their values are in its own
 */
record Roll(List<Member> all, List<Member> front, List<Member> behind) {
  Roll {
    all = List.copyOf(all);
    front = List.copyOf(front);
    behind = List.copyOf(behind);
  }

  /** Sorts the members once, since each sum asks for them. */
  static Roll of(List<Member> all) {
    List<Member> tellers = all.stream().filter(Member::tellsOfAny).toList();
    List<Member> front = new ArrayList<>();
    List<Member> behind = new ArrayList<>();
    for (Member member : all) {
      (isBehind(member, tellers) ? behind : front).add(member);
    }
    return new Roll(all, front, behind);
  }

  /** Those that give no data now. */
  List<Member> missing() {
    return all.stream().filter(member -> !member.isFresh()).toList();
  }

  boolean isAnyFresh() {
    return all.stream().anyMatch(Member::isFresh);
  }

  private static boolean isBehind(Member member, List<Member> tellers) {
    return tellers.stream().anyMatch(other -> other.tellsOf(member));
  }
}
