package givbridge.cleaning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The paths of a plant's leaves, each with a number, so that what is remembered of the leaves can
 * lie in an array, without the paths. Never changes.
 */
public final class Paths {
  static final Paths NONE = new Paths(List.of());

  private final String[] paths;

  /** The numbers in the order of the paths. */
  private final int[] sorted;

  /** Numbers the paths, which are all different, in this order from 0. */
  public Paths(List<String> paths) {
    this.paths = paths.toArray(String[]::new);
    this.sorted =
        IntStream.range(0, this.paths.length)
            .boxed()
            .sorted(Comparator.comparing(this::path))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int size() {
    return paths.length;
  }

  String path(int number) {
    return paths[number];
  }

  /** The number of a path; -1 if it is not among them. */
  int number(String path) {
    int from = 0;
    int to = sorted.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = paths[sorted[middle]].compareTo(path);
      if (order == 0) {
        return sorted[middle];
      } else if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }
}
