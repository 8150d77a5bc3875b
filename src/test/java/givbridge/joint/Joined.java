package givbridge.joint;

import givbridge.joint.Member.Figure;
import givbridge.joint.Member.Known;
import givbridge.tables.Faults;
import givbridge.view.RecordedPlant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Members made up by hand, and the shipped tables that add them up. */
final class Joined {
  static final Instant NOW = RecordedPlant.READ;
  static final JointTable TABLE = table();

  private Joined() {}

  private static JointTable table() {
    Faults faults = new Faults();
    JointTable table = JointTable.load(RecordedPlant.plants(), RecordedPlant.table(), faults);
    faults.throwIfAny();
    return table;
  }

  static JointPlant plant() {
    return new JointPlant(TABLE, Optional.empty());
  }

  static JointPlant plantWithMeterOf(int number) {
    return new JointPlant(TABLE, Optional.of(number));
  }

  /** A member that shows these leaves, each with a number. */
  static Member member(int number, Map<String, String> figures) {
    Map<String, Figure> all = new HashMap<>();
    figures.forEach(
        (path, text) -> all.put(path, new Figure(new BigDecimal(text), Optional.empty())));
    return new Member(
        number,
        Optional.of(
            new Known(serial(number), Set.of(), Set.of(), true, false, figures.keySet(), all)));
  }

  static String serial(int number) {
    return "SA0000G00" + number;
  }

  static Member stale(Member member) {
    Known own = member.known().orElseThrow();
    return with(member, own.told(), own.traits(), false);
  }

  static Member telling(Member member, String... serials) {
    Known own = member.known().orElseThrow();
    return with(member, Set.of(serials), own.traits(), own.fresh());
  }

  static Member being(Member member, String... traits) {
    Known own = member.known().orElseThrow();
    return with(member, own.told(), Set.of(traits), own.fresh());
  }

  /** The same, which can show one more leaf and has no number there now. */
  static Member silentAt(Member member, String path) {
    Known own = member.known().orElseThrow();
    Set<String> shows = new HashSet<>(own.shows());
    shows.add(path);
    Map<String, Figure> figures = new HashMap<>(own.figures());
    figures.remove(path);
    return new Member(
        member.number(),
        Optional.of(
            new Known(own.serial(), own.traits(), own.told(), own.fresh(), false, shows, figures)));
  }

  /** The same, whose counters count for a day. */
  static Member onDay(Member member, LocalDate day) {
    Known own = member.known().orElseThrow();
    Map<String, Figure> figures = new HashMap<>();
    own.figures()
        .forEach(
            (path, figure) -> figures.put(path, new Figure(figure.number(), Optional.of(day))));
    return new Member(
        member.number(),
        Optional.of(
            new Known(
                own.serial(), own.traits(), own.told(), own.fresh(), false, own.shows(), figures)));
  }

  /** The same, of which a user wants totals in MWh. */
  static Member inMwh(Member member) {
    Known own = member.known().orElseThrow();
    return new Member(
        member.number(),
        Optional.of(
            new Known(
                own.serial(),
                own.traits(),
                own.told(),
                own.fresh(),
                true,
                own.shows(),
                own.figures())));
  }

  private static Member with(Member member, Set<String> told, Set<String> traits, boolean fresh) {
    Known own = member.known().orElseThrow();
    return new Member(
        member.number(),
        Optional.of(
            new Known(own.serial(), traits, told, fresh, false, own.shows(), own.figures())));
  }

  /** What is said at a path, or {@code absent}. */
  static String shown(JointView view, String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload()).orElse("absent");
  }
}
