package givbridge.view;

import givbridge.plant.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a leaf of one plant stands, whether it has a value now or not.
 *
 * @param path the keys joined by {@code /}; below the inverter's serial it is also the topic
 * @param segments the keys from the root of the document
 * @param row the row of the tree that it comes from
 * @param device the device whose value it is; empty: the bridge
 * @param number what {@code {n}} stands for; 0: nothing
 */
public record Place(
    String path, List<String> segments, TreeRow row, Optional<Device> device, int number)
    implements Comparable<Place> {
  public Place {
    segments = List.copyOf(segments);
  }

  /**
   * A place by its path. A hundred like plants have like places, so their words are kept once.
   *
   * @param path keys joined by {@code /}
   */
  public static Place of(String path, TreeRow row, Optional<Device> device, int number) {
    List<String> segments = Arrays.stream(path.split("/", -1)).map(String::intern).toList();
    return new Place(path.intern(), segments, row, device, number);
  }

  /** In the order of the document: key by key, by code point. */
  @Override
  public int compareTo(Place other) {
    int shared = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < shared; i++) {
      int order = segments.get(i).compareTo(other.segments.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(segments.size(), other.segments.size());
  }

  /** The command that sets this leaf, with its number filled in. */
  public Optional<String> command() {
    return row.announcement()
        .flatMap(Announcement::command)
        .map(command -> TreeRow.Index.fill(command, number));
  }
}
