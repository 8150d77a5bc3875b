package givbridge.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import givbridge.view.Leaf;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Whether the program lives, and whether its inverters give data. A sleeping inverter must not have
 * the container restarted, so liveness does not look at them.
 */
public final class Health {
  private static final int UNAVAILABLE = 503;

  private static final String JSON = "application/json";

  /** Asked for every half minute, maybe, so it is made of a text: objects need many classes. */
  private static final Buffer ALIVE = Buffer.buffer("{\"status\":\"UP\"}");

  private final Stations stations;

  Health(Stations stations) {
    this.stations = stations;
  }

  /** Up while the program can answer at all. */
  public void live(Exchange exchange) {
    Json.answer(exchange, 200, JSON, ALIVE);
  }

  /** Up while every inverter gives data; else the status is 503 and the body names those. */
  public void ready(Exchange exchange) throws JsonProcessingException {
    Map<String, Object> inverters = new LinkedHashMap<>();
    boolean up = true;
    for (Station station : stations.all()) {
      String state = state(station);
      up &= state.equals("online");
      inverters.put("inverter " + station.number(), state);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", up ? "UP" : "DOWN");
    body.put("inverters", inverters);
    Json.answer(exchange, up ? 200 : UNAVAILABLE, body);
  }

  /** What the leaf that the broker keeps says: whether data come in. */
  static String state(Station station) {
    return station
        .excluded()
        .orElseGet(
            () ->
                station.stats().stream()
                    .filter(leaf -> leaf.place().row().retained())
                    .map(Leaf::rendering)
                    .flatMap(rendering -> rendering.payload().stream())
                    .findFirst()
                    .orElse("offline"));
  }
}
