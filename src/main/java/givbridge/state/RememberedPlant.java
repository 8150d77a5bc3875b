package givbridge.state;

import givbridge.plant.PlantMemo;
import givbridge.plant.PlantMemo.Part;
import givbridge.plant.Seat;
import givbridge.poll.TopologyMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the plant behind one connection was made of. Kept as a text: a line for the inverter, then
 * one for each device, their words apart by tabs.
 */
public final class RememberedPlant implements TopologyMemory {
  /** Raised when the text is to be read otherwise; a text of another form is not read at all. */
  private static final int FORM = 1;

  private static final String NONE = "-";

  private final Records records;
  private final String connection;

  /**
   * The plant behind a connection.
   *
   * @param file where it is kept
   * @param connection names the connection, such as by its address
   */
  public RememberedPlant(StateFile file, String connection) {
    this.records = new Records(file, "plant");
    this.connection = connection;
  }

  @Override
  public void remember(PlantMemo plant) {
    records.save(connection, new Records.Entry(FORM, written(plant)));
  }

  @Override
  public Optional<PlantMemo> recall() {
    return records
        .load(connection)
        .filter(entry -> entry.form() == FORM)
        .flatMap(entry -> read(entry.body()));
  }

  private static String written(PlantMemo plant) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
            "\t",
            plant.serial(),
            plant.typeCode(),
            Integer.toString(plant.arm()),
            plant.ratedWatts().map(String::valueOf).orElse(NONE),
            String.join(" ", new TreeSet<>(plant.traits()))));
    for (Part part : plant.parts()) {
      lines.add(
          String.join(
              "\t",
              part.kind(),
              Integer.toString(part.seat().address()),
              Integer.toString(part.seat().offset()),
              Integer.toString(part.seat().number()),
              part.parent().map(String::valueOf).orElse(NONE),
              part.key()));
    }
    return String.join("\n", lines);
  }

  private static Optional<PlantMemo> read(String text) {
    try {
      List<String> lines = text.lines().toList();
      String[] inverter = lines.get(0).split("\t", -1);
      List<Part> parts = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        parts.add(part(line.split("\t", -1)));
      }
      return Optional.of(
          new PlantMemo(
              inverter[0],
              inverter[1],
              Integer.parseInt(inverter[2]),
              number(inverter[3]),
              Set.of(inverter[4].split(" ")),
              parts));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Another program wrote it: the plant is looked for as if it had never been seen.
      return Optional.empty();
    }
  }

  private static Part part(String[] words) {
    Seat seat =
        new Seat(
            Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    return new Part(words[0], seat, words[5], number(words[4]));
  }

  private static Optional<Integer> number(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(Integer.parseInt(word));
  }
}
