package givbridge.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a leaf stands, whether it has a value now or not. Never changes. */
public final class Place implements Comparable<Place> {
  private final String path;
  private final byte[] utf8;
  private final TreeRow row;
  private final int number;

  /**
   * A place.
   *
   * @param path the keys joined by {@code /}
   * @param row the row of the tree that it comes from
   * @param number what {@code {n}} stands for; 0: nothing
   */
  public Place(String path, TreeRow row, int number) {
    this.path = path;
    this.utf8 = path.getBytes(StandardCharsets.UTF_8);
    this.row = row;
    this.number = number;
  }

  /** The keys joined by {@code /}; below the inverter's serial it is also the topic. */
  public String path() {
    return path;
  }

  /** The path as it travels, which it does at each poll; not to be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** The row of the tree that it comes from. */
  public TreeRow row() {
    return row;
  }

  /** What {@code {n}} stands for; 0: nothing. */
  public int number() {
    return number;
  }

  /** The keys from the root of the document. */
  public List<String> segments() {
    return List.of(path.split("/", -1));
  }

  /** The first of its keys. */
  public String section() {
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  /** In the order of the document: key by key, by code point. */
  @Override
  public int compareTo(Place other) {
    return order(path, other.path);
  }

  /** The order of two paths in a document, where a key comes before those below it. */
  static int order(String one, String other) {
    int shared = Math.min(one.length(), other.length());
    for (int i = 0; i < shared; i++) {
      char mine = one.charAt(i);
      char others = other.charAt(i);
      if (mine != others) {
        return mine == '/' ? -1 : others == '/' ? 1 : Character.compare(mine, others);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Written out, since each leaf is looked for at its place on each poll, and mostly is there. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Place place
            && number == place.number
            && path.equals(place.path)
            && row.equals(place.row));
  }

  /** Of its path alone, which tells nearly all places apart. */
  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /** The command that sets this leaf, with its number filled in. */
  public Optional<String> command() {
    return row.announcement()
        .flatMap(Announcement::command)
        .map(command -> TreeRow.Index.fill(command, number));
  }

  @Override
  public String toString() {
    return path;
  }
}
