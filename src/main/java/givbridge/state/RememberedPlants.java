package givbridge.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import givbridge.plant.PlantMemo;
import givbridge.plant.PlantMemo.Part;
import givbridge.plant.Seat;
import givbridge.poll.TopologyMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final ObjectMapper mapper = new ObjectMapper();

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
    records.save(connection, new Records.Entry(FORM, written(plant).toString()));
  }

  @Override
  public Optional<PlantMemo> recall() {
    return records
        .load(connection)
        .filter(entry -> entry.form() == FORM)
        .flatMap(entry -> read(entry.body()));
  }

  private ObjectNode written(PlantMemo plant) {
    ObjectNode node = mapper.createObjectNode();
    node.put("serial", plant.serial());
    node.put("type", plant.typeCode());
    node.put("arm", plant.arm());
    plant.ratedWatts().ifPresent(watts -> node.put("watts", watts));
    plant.traits().stream().sorted(Comparator.naturalOrder()).forEach(node.putArray("traits")::add);
    for (Part part : plant.parts()) {
      ObjectNode one = node.withArray("parts").addObject();
      one.put("kind", part.kind());
      one.put("address", part.seat().address());
      one.put("offset", part.seat().offset());
      one.put("number", part.seat().number());
      one.put("key", part.key());
      part.parent().ifPresent(parent -> one.put("parent", parent));
    }
    return node;
  }

  private Optional<PlantMemo> read(String body) {
    try {
      JsonNode node = mapper.readTree(body);
      Set<String> traits = new TreeSet<>();
      node.path("traits").forEach(trait -> traits.add(trait.asText()));
      List<Part> parts = new ArrayList<>();
      node.path("parts").forEach(part -> parts.add(part(part)));
      return Optional.of(
          new PlantMemo(
              node.path("serial").asText(),
              node.path("type").asText(),
              node.path("arm").asInt(),
              number(node, "watts"),
              traits,
              parts));
    } catch (JsonProcessingException e) {
      LOG.warn("what is remembered of a plant cannot be read; it is looked for anew", e);
      return Optional.empty();
    }
  }

  private static Part part(JsonNode part) {
    return new Part(
        part.path("kind").asText(),
        new Seat(
            part.path("address").asInt(), part.path("offset").asInt(), part.path("number").asInt()),
        part.path("key").asText(),
        number(part, "parent"));
  }

  private static Optional<Integer> number(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.get(name).asInt()) : Optional.empty();
  }
}
