package givbridge.state;

import givbridge.plant.PlantMemo;
import givbridge.poll.TopologyMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found behind one connection. One that cannot be read, or was written in another form, is
 * none: the plant is then looked for anew.
 */
public final class RememberedPlants implements TopologyMemory {
  private static final Logger LOG = LoggerFactory.getLogger("state");
  private static final String KIND = "plant";
  private static final int FORM = 1;

  private final Records records;
  private final String connection;

  /**
   * The plant of a connection in that file.
   *
   * @param connection host and port
   */
  public RememberedPlants(StateFile file, String connection) {
    this.records = new Records(file, KIND);
    this.connection = connection;
  }

  @Override
  public void remember(PlantMemo plant) {
    try {
      records.save(connection, new Records.Entry(FORM, PlantText.write(plant)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<PlantMemo> recall() {
    return records
        .load(connection)
        .filter(entry -> entry.form() == FORM)
        .flatMap(entry -> read(entry.body()));
  }

  private static Optional<PlantMemo> read(String body) {
    try {
      return Optional.of(PlantText.read(body));
    } catch (IOException e) {
      LOG.warn("what is remembered of a plant cannot be read; it is looked for anew", e);
      return Optional.empty();
    }
  }
}
