package givbridge.view;

import givbridge.cleaning.Finding;
import givbridge.cleaning.Mark;
import givbridge.cleaning.Memory;
import givbridge.plant.Snapshot;
import givbridge.tariff.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is published of one snapshot, but for what the clock changes. A leaf that has no value
 * now is not in it.
 */
public final class View {
  private final Snapshot snapshot;
  private final List<Leaf> leaves;
  private final Object places;
  private final Cleaned cleaned;
  private final Optional<Account> account;

  /**
   * The leaves that have a value.
   *
   * @param leaves in the order of the document
   * @param places the same object as that of the view before where both have the same places
   */
  record Shown(List<Leaf> leaves, Object places) {}

  /**
   * What the cleaning left behind.
   *
   * @param memory what is remembered from now on
   * @param marks the marks of counters that changed, by path
   * @param refused the values that were not believed
   */
  record Cleaned(Memory memory, Map<String, Mark> marks, List<Refusal> refused) {
    Cleaned {
      marks = Map.copyOf(marks);
      refused = List.copyOf(refused);
    }
  }

  View(Snapshot snapshot, Shown shown, Cleaned cleaned, Optional<Account> account) {
    this.snapshot = snapshot;
    this.leaves = List.copyOf(shown.leaves());
    this.places = shown.places();
    this.cleaned = cleaned;
    this.account = account;
  }

  /** The snapshot that it shows. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** The leaves in the order of the document. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** The same object in views that have their leaves at the same places, as most have. */
  Object places() {
    return places;
  }

  /** The leaves of the view before that are not in this one, in the order of the document. */
  public List<Leaf> gone(View before) {
    return before.places == places ? List.of() : Leaf.gone(before.leaves, leaves);
  }

  /** The leaf at a path, if it has a value. */
  public Optional<Leaf> leaf(String path) {
    int from = 0;
    int to = leaves.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = Place.order(leaves.get(middle).path(), path);
      if (order == 0) {
        return Optional.of(leaves.get(middle));
      } else if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** The values that were not believed. */
  public List<Refusal> refused() {
    return cleaned.refused();
  }

  /** What is remembered of all values, for the next view. */
  public Memory memory() {
    return cleaned.memory();
  }

  /** The account of what energy cost; to be kept before the view is published. */
  public Optional<Account> account() {
    return account;
  }

  /** The inverter's day for which a counter of the day counts; empty for all else. */
  public Optional<LocalDate> day(String path) {
    return memory().leaf(path).day();
  }

  /** The marks of counters that changed with this view; to be kept before it is published. */
  public Map<String, Mark> marks() {
    return cleaned.marks();
  }

  /**
   * A value that was not believed.
   *
   * @param place where it would have stood
   * @param finding why, and how it stands
   */
  public record Refusal(Place place, Finding finding) {}
}
