package givbridge.bench;

import givbridge.plant.Block;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.ReadBlock;
import givbridge.plant.Snapshot;
import givbridge.view.RecordedPlant;
import java.util.ArrayList;
import java.util.List;

/** Every register of the largest plant into values, in this process once it is warm. */
record Decode() implements Figure {
  private static final String PLANT = "three-phase";
  private static final double TARGET_MS = 1;
  private static final int WARM_UP = 3000;
  private static final int SAMPLES = 300;

  /** A block as it arrives, and whose it is. */
  private record Arrived(Device device, Block block) {}

  @Override
  public String name() {
    return "decode of a whole plant";
  }

  @Override
  public String target() {
    return "under 1 ms";
  }

  @Override
  public Result measure(Scene scene) {
    Snapshot plant = RecordedPlant.of(PLANT).snapshot();
    List<Arrived> blocks = plant.blocks().stream().map(read -> arrived(plant, read)).toList();
    BlockReader reader = new BlockReader(RecordedPlant.plants(), plant.identity());
    List<Long> durations = new ArrayList<>();
    int values = 0;
    for (int i = 0; i < WARM_UP + SAMPLES; i++) {
      long before = System.nanoTime();
      values += decode(plant, blocks, reader).blocks().size();
      if (i >= WARM_UP) {
        durations.add(System.nanoTime() - before);
      }
    }
    Samples samples = Samples.ofNanos(durations);
    return new Result(
        samples + " (" + values / (WARM_UP + SAMPLES) + " blocks)", samples.median() < TARGET_MS);
  }

  private static Arrived arrived(Snapshot plant, ReadBlock read) {
    return plant.topology().devices().stream()
        .filter(device -> !device.kind().isTold() && device.seat().equals(read.seat()))
        .findFirst()
        .map(device -> new Arrived(device, read.block()))
        .orElseThrow();
  }

  private static Snapshot decode(Snapshot plant, List<Arrived> blocks, BlockReader reader) {
    List<ReadBlock> read = new ArrayList<>();
    for (Arrived it : blocks) {
      read.add(reader.read(it.device(), it.block(), plant.words(it.device().address())));
    }
    return new Snapshot(plant.topology(), read, plant.report());
  }
}
