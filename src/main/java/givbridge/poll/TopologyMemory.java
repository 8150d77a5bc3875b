package givbridge.poll;

import givbridge.plant.PlantMemo;
import java.util.Optional;

/** Keeps what a plant is made of over a restart, so that it need not be looked for again. */
public interface TopologyMemory {
  /** Remembers nothing. */
  TopologyMemory NONE =
      new TopologyMemory() {
        @Override
        public void remember(PlantMemo plant) {}

        @Override
        public Optional<PlantMemo> recall() {
          return Optional.empty();
        }
      };

  /** Keeps a plant in place of the one before. */
  void remember(PlantMemo plant);

  /** The plant that was last seen behind this connection. */
  Optional<PlantMemo> recall();
}
