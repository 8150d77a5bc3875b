package givbridge.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any members. */
class JointPlantProperties {
  private static final String TOTAL = "Energy/Total/Import_Energy_Total_kWh";
  private static final String PV = "Power/Power/PV_Power";

  private static Optional<BigDecimal> number(JointView view, String path) {
    return Optional.of(Joined.shown(view, path))
        .filter(text -> !text.equals("absent"))
        .map(BigDecimal::new);
  }

  private static Member member(int index, int tenths) {
    String number = BigDecimal.valueOf(tenths, 1).toPlainString();
    return Joined.member(index + 1, Map.of(TOTAL, number, PV, number));
  }

  /** Each step lets one counter rise, or takes one member away or back. */
  @Property(tries = 200)
  void aSumOfCountersNeverFallsWhoeverComesAndGoes(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 11) Integer> steps) {
    int[] tenths = {10, 2000, 7};
    boolean[] away = new boolean[tenths.length];
    BigDecimal highest = BigDecimal.ZERO;
    for (int step : steps) {
      int who = step % tenths.length;
      if (step < 6) {
        tenths[who] += step;
      } else {
        away[who] = !away[who];
      }
      List<Member> members = new ArrayList<>();
      for (int i = 0; i < tenths.length; i++) {
        Member member = member(i, tenths[i]);
        members.add(away[i] ? Joined.stale(member) : member);
      }
      Optional<BigDecimal> shown = number(Joined.plant().view(members, Joined.NOW), TOTAL);
      assertThat(shown.isPresent()).isEqualTo(!away[0] && !away[1] && !away[2]);
      if (shown.isPresent()) {
        assertThat(shown.get()).isGreaterThanOrEqualTo(highest);
        highest = shown.get();
      }
    }
  }

  @Property(tries = 200)
  void aSumIsThatOfTheMembersWhateverTheirOrder(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 200_000) Integer> tenths) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < tenths.size(); i++) {
      members.add(0, member(i, tenths.get(i)));
    }
    long sum = tenths.stream().mapToLong(Integer::longValue).sum();

    assertThat(number(Joined.plant().view(members, Joined.NOW), "Power/PV_Power").orElseThrow())
        .isEqualByComparingTo(BigDecimal.valueOf(sum, 1));
  }
}
