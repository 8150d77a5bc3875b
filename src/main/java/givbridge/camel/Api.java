package givbridge.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import givbridge.command.Catalogue;
import givbridge.plant.Snapshot;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/** What {@code /api/v1} answers to questions. */
public final class Api {
  private static final String JSON = "application/json";

  private final Stations stations;
  private final Documents documents;
  private final Catalogue catalogue;
  private final OpenApi openApi;
  private final Clock clock;

  Api(Stations stations, Documents documents, Catalogue catalogue, OpenApi openApi, Clock clock) {
    this.stations = stations;
    this.documents = documents;
    this.catalogue = catalogue;
    this.openApi = openApi;
    this.clock = clock;
  }

  /** The description of the API. */
  public void openApi(Exchange exchange) throws JsonProcessingException {
    Json.answer(exchange, 200, openApi.document());
  }

  /** All configured inverters: number, state, and serial number and model once they are known. */
  public void inverters(Exchange exchange) throws JsonProcessingException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Station station : stations.all()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("number", station.number());
      one.put("state", Health.state(station));
      station
          .parts()
          .state()
          .snapshot()
          .map(Snapshot::identity)
          .ifPresent(
              identity -> {
                one.put("serial", identity.serial());
                one.put("model", identity.model().label());
              });
      all.add(one);
    }
    Json.answer(exchange, 200, Map.of("inverters", all));
  }

  /** One inverter: who it is, what hangs on it, how its last poll went, its connection. */
  public void inverter(Exchange exchange) throws JsonProcessingException {
    Station station = stations.serial(Headers.serial(exchange));
    Map<String, Object> one =
        InverterDescription.of(station.number(), snapshot(station), clock.instant());
    one.put("state", Health.state(station));
    one.put("connection", InverterDescription.connection(station.parts().lane().statistics()));
    one.put("refused", station.parts().log().refusals());
    Json.answer(exchange, 200, one);
  }

  /** The published tree. */
  public void snapshot(Exchange exchange) {
    Station station = stations.serial(Headers.serial(exchange));
    Optional<Buffer> tree = documents.tree(station);
    Json.answer(exchange, 200, JSON, tree.orElseThrow(() -> nothing(station)));
  }

  /** The commands, with their limits for this inverter. */
  public void commands(Exchange exchange) throws JsonProcessingException {
    Station station = stations.serial(Headers.serial(exchange));
    List<Map<String, Object>> all =
        catalogue.entries(snapshot(station).topology(), station.parts().views()::number).stream()
            .map(Api::command)
            .toList();
    Json.answer(exchange, 200, Map.of("commands", all));
  }

  private static Map<String, Object> command(Catalogue.Entry entry) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", entry.name());
    one.put("names", entry.names());
    one.put("kind", entry.kind().name().toLowerCase(java.util.Locale.ROOT));
    one.put("description", entry.description());
    one.put("offered", entry.offered());
    entry.whyNot().ifPresent(why -> one.put("whyNot", why));
    one.put("parameters", entry.parameters().stream().map(Api::parameter).toList());
    return one;
  }

  private static Map<String, Object> parameter(Catalogue.Item item) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", item.parameter().name());
    one.put("type", item.type());
    one.put("required", item.parameter().required());
    one.put("description", item.parameter().description());
    if (!item.unit().isEmpty()) {
      one.put("unit", item.unit());
    }
    item.limits()
        .ifPresent(
            limits -> {
              one.put("min", limits.min());
              one.put("max", limits.max());
            });
    return one;
  }

  private static Snapshot snapshot(Station station) {
    return station.parts().state().snapshot().orElseThrow(() -> nothing(station));
  }

  private static NothingReadException nothing(Station station) {
    return new NothingReadException("inverter " + station.number() + " was not read yet");
  }
}
