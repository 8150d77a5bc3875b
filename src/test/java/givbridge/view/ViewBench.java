package givbridge.view;

import java.time.Instant;

/** Prints how long a view takes: {@code java -cp ... givbridge.view.ViewBench}. */
final class ViewBench {
  private static final int VIEWS = 20_000;

  private ViewBench() {}

  public static void main(String[] args) {
    RecordedPlant plant = RecordedPlant.of(args.length == 0 ? "hybrid-gen1" : args[0]);
    Tree tree = plant.tree();
    Instant now = RecordedPlant.READ;
    View view = plant.view();
    for (int round = 0; round < 3; round++) {
      long started = System.nanoTime();
      for (int i = 0; i < VIEWS; i++) {
        view = tree.view(view.snapshot(), java.util.Optional.of(view), RecordedPlant.context(now));
      }
      long each = (System.nanoTime() - started) / VIEWS;
      System.out.println(view.leaves().size() + " leaves in " + each / 1000 + " us");
    }
  }
}
