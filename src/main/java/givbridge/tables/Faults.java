package givbridge.tables;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that all of them can be told at once. */
public final class Faults {
  private final List<String> found = new ArrayList<>();

  /** Notes a fault at a place. */
  public void add(Origin origin, String what) {
    found.add(origin + ": " + what);
  }

  /** Notes a fault that stands at no single place. */
  public void add(String what) {
    found.add(what);
  }

  /** The faults so far, in the order in which they were found. */
  public List<String> list() {
    return List.copyOf(found);
  }

  /**
   * Ends the start if anything is wrong.
   *
   * @throws FaultsException naming every fault found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new FaultsException(list());
    }
  }
}
