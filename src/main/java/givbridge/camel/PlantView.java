package givbridge.camel;

import givbridge.joint.JointPlant;
import givbridge.joint.JointView;
import givbridge.joint.Member;
import givbridge.joint.Members;
import givbridge.publish.JsonDocument;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;

/** What all inverters are together, as of now. */
public final class PlantView {
  private static final String JSON = "application/json";

  private final Stations stations;
  private final Members members;
  private final JointPlant plant;
  private final Clock clock;

  PlantView(Stations stations, Members members, JointPlant plant, Clock clock) {
    this.stations = stations;
    this.members = members;
    this.plant = plant;
    this.clock = clock;
  }

  /** The body becomes the {@link JointView} of now. */
  public void toView(Exchange exchange) {
    exchange.getMessage().setBody(now());
  }

  /** Answers a request with the view of now, which a lone inverter has too. */
  public void answer(Exchange exchange) {
    Json.answer(exchange, 200, JSON, JsonDocument.whole(now().leaves()));
  }

  /** The view of now; of an inverter that is refused nothing is in it. */
  JointView now() {
    List<Member> all =
        stations.all().stream()
            .filter(station -> station.excluded().isEmpty())
            .map(station -> station.member(members))
            .toList();
    return plant.view(all, clock.instant());
  }
}
