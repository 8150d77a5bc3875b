package givbridge.joint;

import givbridge.plant.Device;
import givbridge.plant.Snapshot;
import givbridge.view.Leaf;
import givbridge.view.Place;
import givbridge.view.Rendering.Json;
import givbridge.view.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees inverters as members: of each what counts for the whole, and nothing else. */
public final class Members {
  private final JointTable table;
  private final boolean totalsInMwh;

  /**
   * Members by a table.
   *
   * @param totalsInMwh whether the user wants the lifetime energies of a Gateway shown in MWh
   */
  public Members(JointTable table, boolean totalsInMwh) {
    this.table = table;
    this.totalsInMwh = totalsInMwh;
  }

  /**
   * A member. While it is not known which inverters it tells of, it counts as never read, since
   * those would be counted twice.
   *
   * @param number of the inverter, from 1
   * @param view its newest view
   * @param places all places that it can show
   * @param fresh whether the view is that of now
   */
  public Member member(int number, View view, Collection<Place> places, boolean fresh) {
    String serial = view.snapshot().identity().serial();
    Set<String> counting = table.leaves(serial);
    Set<String> shows = new HashSet<>();
    for (Place place : places) {
      if (counting.contains(place.path())) {
        shows.add(place.path());
      }
    }
    Map<String, Member.Figure> figures = new HashMap<>();
    for (String path : shows) {
      Optional<Leaf> leaf = view.leaf(path);
      if (leaf.isPresent() && leaf.get().rendering().json() instanceof Json.Digits shown) {
        figures.put(path, figure(shown, view.day(path)));
      }
    }
    Optional<Member.Known> known =
        told(view.snapshot())
            .map(
                told ->
                    new Member.Known(
                        serial,
                        view.snapshot().identity().traits(),
                        told,
                        fresh,
                        totalsInMwh,
                        shows,
                        figures));
    return new Member(number, known);
  }

  /** The number just as it is shown, so that sums are those of what is shown. */
  private static Member.Figure figure(Json.Digits shown, Optional<LocalDate> day) {
    return new Member.Figure(new BigDecimal(shown.digits()), day);
  }

  /**
   * Serial numbers of the inverters of which this one tells in registers of its own; empty while
   * one of them was not read.
   */
  private static Optional<Set<String>> told(Snapshot snapshot) {
    List<Device> devices =
        snapshot.topology().devices().stream().filter(device -> device.kind().isTold()).toList();
    Set<String> serials =
        devices.stream()
            .flatMap(device -> serial(snapshot, device).stream())
            .collect(Collectors.toSet());
    return serials.size() == devices.size() ? Optional.of(serials) : Optional.empty();
  }

  private static Optional<String> serial(Snapshot snapshot, Device device) {
    return device.kind().serialOf(field -> snapshot.reading(device, field));
  }
}
