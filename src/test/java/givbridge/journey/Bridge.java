package givbridge.journey;

import givbridge.cleaning.Mark;
import givbridge.cleaning.Memory;
import givbridge.joint.Member;
import givbridge.joint.Members;
import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.poll.InverterPoller;
import givbridge.poll.PollListener;
import givbridge.poll.PollSettings;
import givbridge.poll.PollTables;
import givbridge.tables.Faults;
import givbridge.view.Tree;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.ViewContext;
import givbridge.view.Wishes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Poller, cleaning and tree of one plant, from one start of the program to the next, without its
 * threads.
 */
final class Bridge {
  private static final Duration QUICK = Duration.ofSeconds(30);

  /** Without the raw section, and with settings that are hardly ever read. */
  private static final Options LEAN =
      new Options(
          new Wishes(false, false, false),
          new PollSettings(QUICK, Duration.ofHours(12)),
          new PollListener() {});

  private final PollTables tables;
  private final TreeTable rows;
  private final Clock clock;
  private final Map<String, Mark> marks;
  private final Wishes wishes;
  private final PlantState state = new PlantState();
  private final InverterPoller poller;
  private Optional<Topology> drawn = Optional.empty();
  private Optional<Tree> tree = Optional.empty();
  private Optional<View> shown = Optional.empty();

  /**
   * How it runs.
   *
   * @param wishes what of the tree is shown
   * @param settings how often it polls
   * @param listener hears what happens meanwhile
   */
  record Options(Wishes wishes, PollSettings settings, PollListener listener) {}

  /**
   * As after a start.
   *
   * @param marks what survived the last stop; new ones are put there
   */
  Bridge(PollTables tables, TreeTable rows, PlantLink link, Clock clock, Map<String, Mark> marks) {
    this(tables, rows, link, clock, marks, LEAN);
  }

  /** As after a start, otherwise than usual. */
  Bridge(
      PollTables tables,
      TreeTable rows,
      PlantLink link,
      Clock clock,
      Map<String, Mark> marks,
      Options options) {
    this.wishes = options.wishes();
    this.marks = marks;
    this.tables = tables;
    this.rows = rows;
    this.clock = clock;
    poller = new InverterPoller(tables, link, state, options.settings(), clock, options.listener());
  }

  /** The rows of the tree as they are shipped. */
  static TreeTable rows(PollTables tables) {
    Faults faults = new Faults();
    TreeTable rows = TreeTable.load(tables.plants(), faults);
    faults.throwIfAny();
    return rows;
  }

  /** Polls, looks around as far as there is something to see, and shows what was read. */
  View poll() throws LinkException {
    poller.poll(false);
    while (poller.hasMore()) {
      poller.explore();
    }
    return show();
  }

  /** As the plant view sees it: with its last view, however old that is. */
  Member member(int number, Members members) {
    if (shown.isEmpty()) {
      return Member.unread(number);
    }
    View view = shown.get();
    Duration age = Duration.between(view.snapshot().newest().orElseThrow(), clock.instant());
    return members.member(number, view, tree.orElseThrow().places(), !context().isTooOld(age));
  }

  private ViewContext context() {
    return new ViewContext(
        clock.instant(), ZoneId.of("Europe/London"), QUICK, ViewContext.Activity.NONE, "test");
  }

  private View show() {
    Snapshot snapshot = state.snapshot().orElseThrow();
    if (!drawn.equals(Optional.of(snapshot.topology()))) {
      drawn = Optional.of(snapshot.topology());
      tree = Optional.of(Tree.forTopology(rows, tables.plants(), snapshot.topology(), wishes));
    }
    Memory memory = shown.map(View::memory).orElseGet(() -> Memory.of(marks));
    View view = tree.orElseThrow().view(snapshot, shown, memory, context());
    marks.putAll(view.marks());
    shown = Optional.of(view);
    return view;
  }
}
