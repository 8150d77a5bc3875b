package givbridge.camel;

import givbridge.command.CommandRequest;
import givbridge.command.Leaves;
import givbridge.command.Outcome;
import givbridge.plant.Snapshot;
import givbridge.view.Leaf;
import givbridge.view.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Turns snapshots into what is published of them. */
public final class Transformer {
  private final Stations stations;

  Transformer(Stations stations) {
    this.stations = stations;
  }

  /** The body is a snapshot and becomes a {@link Publication} of all leaves. */
  public void toView(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    Snapshot snapshot = exchange.getMessage().getMandatoryBody(Snapshot.class);
    exchange.getMessage().setBody(Publication.all(station.show(snapshot), station.stats()));
  }

  /** The body becomes a {@link Publication} of age and state alone. */
  public void toStats(Exchange exchange) {
    Station station = stations.number(Headers.inverter(exchange));
    exchange.getMessage().setBody(Publication.stats(station.stats()));
  }

  /**
   * The body is a {@link CommandOutcome} and becomes a {@link Publication}: the leaves that show
   * what the command did, whether they changed or not, and all others that changed.
   */
  public void afterCommand(Exchange exchange) throws InvalidPayloadException {
    Station station = stations.number(Headers.inverter(exchange));
    CommandOutcome result = exchange.getMessage().getMandatoryBody(CommandOutcome.class);
    Optional<Snapshot> snapshot = station.parts().state().snapshot();
    boolean touched = !(result.outcome() instanceof Outcome.Refused);
    exchange
        .getMessage()
        .setBody(
            touched && snapshot.isPresent() && result.request().isPresent()
                ? shown(station, snapshot.get(), result.request().get())
                : Publication.some(List.of()));
  }

  private static Publication shown(Station station, Snapshot snapshot, CommandRequest request) {
    Optional<View> before = station.view();
    View after = station.show(snapshot);
    Set<String> paths = new LinkedHashSet<>(Leaves.of(request, snapshot.identity().serial()));
    List<Leaf> leaves =
        after.leaves().stream()
            .filter(leaf -> paths.contains(leaf.path()) || changed(before, leaf))
            .toList();
    return new Publication(Optional.of(after), leaves);
  }

  private static boolean changed(Optional<View> before, Leaf leaf) {
    return before
        .flatMap(view -> view.leaf(leaf.path()))
        .filter(old -> old.rendering().equals(leaf.rendering()))
        .isEmpty();
  }
}
