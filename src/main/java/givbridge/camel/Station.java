package givbridge.camel;

import givbridge.cleaning.Memory;
import givbridge.command.CommandReport;
import givbridge.command.CommandRequest;
import givbridge.command.CommandRunner;
import givbridge.command.Planner;
import givbridge.command.Remembered;
import givbridge.joint.Member;
import givbridge.joint.Members;
import givbridge.link.LinkException;
import givbridge.modbus.Lane;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.poll.InverterPoller;
import givbridge.tariff.Account;
import givbridge.tariff.Rate;
import givbridge.view.Books;
import givbridge.view.Leaf;
import givbridge.view.Past;
import givbridge.view.Tree;
import givbridge.view.View;
import givbridge.view.ViewContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configured inverter while the program runs: all that is its own hangs on it, so that nothing
 * of one inverter reaches another.
 */
final class Station {
  private final int number;
  private final String root;
  private final Parts parts;
  private volatile @Nullable Tree tree;
  private volatile Optional<View> view = Optional.empty();
  private volatile Optional<String> excluded = Optional.empty();
  private volatile Remembered remembered = Remembered.NOTHING;
  private Memory memory = Memory.NOTHING;
  private Optional<Account> account = Optional.empty();
  private Optional<Rate> asked = Optional.empty();
  private String known = "";
  private volatile boolean published;

  /**
   * What an inverter is made of.
   *
   * @param lane its one connection
   * @param state the newest snapshot
   * @param poller reads it
   * @param runner carries out its commands
   * @param planner plans its commands
   * @param log what is told of it
   * @param views makes trees and contexts
   * @param kept what survives a restart
   * @param pause whether it is left alone, as it gives nothing
   */
  record Parts(
      Lane lane,
      PlantState state,
      InverterPoller poller,
      CommandRunner runner,
      Planner planner,
      StationLog log,
      Views views,
      Kept kept,
      Pause pause) {}

  /**
   * An inverter that was not read yet.
   *
   * @param number its number, from 1
   * @param root first segment of its topics
   */
  Station(int number, String root, Parts parts) {
    this.number = number;
    this.root = root;
    this.parts = parts;
  }

  int number() {
    return number;
  }

  String root() {
    return root;
  }

  Parts parts() {
    return parts;
  }

  /** Takes in what was found behind the connection. */
  synchronized void found(Topology topology) {
    String serial = topology.identity().serial();
    if (!serial.equals(known)) {
      known = serial;
      memory = Memory.of(parts.kept().marks().load(serial));
      account = parts.kept().accounts().load(serial);
      remembered = parts.kept().registers().apply(serial);
      parts.views().take(Optional.empty());
    }
    tree = parts.views().treeFor(topology);
    view = Optional.empty();
  }

  /** Keeps the inverter from being read and commanded; told once. */
  void exclude(String reason) {
    excluded = Optional.of(reason);
    parts.log().excluded(reason);
  }

  /** Why it is not used; empty: it is. */
  Optional<String> excluded() {
    return excluded;
  }

  /** The serial number, once it is known. */
  Optional<String> serial() {
    return parts.state().snapshot().map(snapshot -> snapshot.identity().serial());
  }

  /**
   * Reads the inverter.
   *
   * @param full all settings too
   * @throws LinkException if it gives nothing, or must not be used
   */
  Snapshot poll(boolean full) throws LinkException {
    return poll(() -> parts.poller().poll(full));
  }

  /**
   * Reads the inverter, or takes what was read ahead.
   *
   * @throws LinkException if it gives nothing, or must not be used
   */
  Snapshot poll(HeadStart.Reading reading) throws LinkException {
    if (excluded.isPresent()) {
      throw new LinkException(LinkException.Cause.REFUSED, excluded.get());
    }
    if (parts.pause().isOn()) {
      throw new LinkException(LinkException.Cause.OFFLINE, parts.pause().why());
    }
    try {
      Snapshot snapshot = reading.read();
      parts.pause().answered();
      if (excluded.isPresent()) {
        throw new LinkException(LinkException.Cause.REFUSED, excluded.get());
      }
      parts.log().succeeded();
      remember(parts.planner().remember(remembered, snapshot), snapshot);
      return snapshot;
    } catch (LinkException e) {
      if (excluded.isEmpty()) {
        parts.log().failed(e);
        parts.pause().failed();
        if (parts.pause().isOn()) {
          parts.log().paused(parts.pause().why());
        }
      }
      throw e;
    }
  }

  private void remember(Remembered now, Snapshot of) {
    if (!now.equals(remembered)) {
      remembered = now;
      parts.kept().remember().accept(of.identity().serial(), now);
    }
  }

  /** Carries out a command, one after the other, and keeps what may be wanted back later. */
  CommandReport command(CommandRequest request) {
    CommandReport report = parts.runner().run(request, remembered);
    parts.state().snapshot().ifPresent(now -> remember(report.remembered(), now));
    return report;
  }

  /**
   * Works out what a snapshot publishes, and keeps it as the newest view. The marks of counters are
   * kept before anybody can see their values, so that no restart can show a lower one.
   */
  synchronized View show(Snapshot snapshot) {
    Tree present = tree;
    if (present == null) {
      throw new IllegalStateException("inverter " + number + " was not found yet");
    }
    ViewContext context = parts.views().context(parts.pause().isOn());
    Books books = new Books(account, parts.views().prices(), asked);
    View shown = present.view(snapshot, view, new Past(memory, Optional.of(books)), context);
    keep(shown);
    view = Optional.of(shown);
    parts.views().take(view);
    parts.log().refused(shown.refused());
    parts.log().clock(memory.clock(), context);
    return shown;
  }

  private void keep(View shown) {
    String serial = shown.snapshot().identity().serial();
    parts.kept().marks().save(serial, shown.marks());
    Optional<Account> before = account;
    shown
        .account()
        .filter(now -> now.isWorthKeeping(before))
        .ifPresent(now -> parts.kept().accounts().save(serial, now));
    memory = shown.memory();
    account = shown.account();
    asked = Optional.empty();
  }

  /** The rate that holds from the next view on, under a dynamic tariff. */
  synchronized void ask(Rate rate) {
    asked = Optional.of(rate);
  }

  /** A whole view was given to the broker, whether it took it or not. */
  void markPublished() {
    published = true;
  }

  /** Whether there is anything that a broker which comes back may have forgotten. */
  boolean isPublished() {
    return published;
  }

  /** The newest view. */
  Optional<View> view() {
    return view;
  }

  /**
   * The inverter as a member of the plant. The view that it had before more was found behind it
   * counts until there is a newer one.
   */
  Member member(Members members) {
    Tree present = tree;
    Optional<View> newest = parts.views().newest();
    if (present == null || newest.isEmpty()) {
      return Member.unread(number);
    }
    View shown = newest.get();
    return members.member(number, shown, present.places(), parts.views().isFresh(shown.snapshot()));
  }

  /** The leaves that tell the age and state of the data, as of now. */
  List<Leaf> stats() {
    Tree present = tree;
    return present == null
        ? List.of()
        : present.stats(parts.state().snapshot(), parts.views().context(parts.pause().isOn()));
  }
}
