package givbridge.poll;

import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.DeviceKind.Count;
import givbridge.plant.PlantTables;
import givbridge.plant.Seat;
import givbridge.plant.Snapshot;
import givbridge.registers.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where devices may be, by what is known of a plant so far: pure. */
final class Candidates {
  private final Snapshot known;

  private Candidates(Snapshot known) {
    this.known = known;
  }

  /** Every place at which no device is known yet, in the order in which to look. */
  static List<Target> of(PlantTables tables, Snapshot known) {
    Candidates candidates = new Candidates(known);
    List<Target> all = new ArrayList<>();
    for (DeviceKind kind : tables.kinds()) {
      if (Detection.isLookedFor(kind, known.identity())) {
        candidates.places(kind).stream()
            .filter(place -> known.topology().at(kind, place.seat()).isEmpty())
            .forEach(all::add);
      }
    }
    return all;
  }

  /** What the plant tells of the number of its devices: with it changes where to look. */
  static List<Integer> told(PlantTables tables, Snapshot known) {
    Candidates candidates = new Candidates(known);
    List<Integer> told = new ArrayList<>();
    for (DeviceKind kind : tables.kinds()) {
      if (kind.extent().count().isPresent() && Detection.isLookedFor(kind, known.identity())) {
        candidates.owners(kind).forEach(owner -> told.add(candidates.count(kind, owner)));
      }
    }
    return told;
  }

  /** The devices of which one of that kind may be a part; empty: the plant itself. */
  private List<Optional<Device>> owners(DeviceKind kind) {
    return kind.extent().under().isEmpty()
        ? List.of(Optional.empty())
        : known.topology().of(kind.extent().under().get()).map(Optional::of).toList();
  }

  private List<Target> places(DeviceKind kind) {
    Optional<String> under = kind.extent().under();
    if (under.isEmpty()) {
      return places(kind, Optional.empty(), count(kind, Optional.empty()), 0);
    }
    List<Device> owners = known.topology().of(under.get()).toList();
    if (owners.isEmpty()) {
      return kind.extent().count().isPresent()
          ? List.of()
          : places(kind, Optional.empty(), kind.addresses().size(), 0);
    }
    return parts(kind, owners);
  }

  /**
   * The parts of the first owner stand at the first addresses. Those of a second one share these
   * addresses with shifted registers, as users of such plants report; no recording of one exists,
   * so that the addresses after those of the first owner are looked at as well, as the vendor's
   * papers have it. Whichever has a serial number that is new is right.
   */
  private List<Target> parts(DeviceKind kind, List<Device> owners) {
    List<Target> all = new ArrayList<>();
    int before = 0;
    for (Device owner : owners) {
      Optional<Device> parent = Optional.of(owner);
      int count = count(kind, parent);
      int step = kind.extent().step() * (owner.seat().number() - 1);
      all.addAll(places(kind, parent, count, step));
      if (step > 0 && foundUnder(kind, owner) == 0) {
        for (int i = before; i < Math.min(before + count, kind.addresses().size()); i++) {
          all.add(Target.device(kind, new Seat(kind.addresses().get(i), 0, i + 1), parent));
        }
      }
      before += count;
    }
    return all;
  }

  private long foundUnder(DeviceKind kind, Device owner) {
    return known
        .topology()
        .of(kind.name())
        .filter(part -> part.parent().map(Device::seat).equals(Optional.of(owner.seat())))
        .count();
  }

  private List<Target> places(DeviceKind kind, Optional<Device> parent, int count, int offset) {
    List<Target> all = new ArrayList<>();
    for (int i = 0; i < Math.min(count, kind.addresses().size()); i++) {
      all.add(Target.device(kind, new Seat(kind.addresses().get(i), offset, i + 1), parent));
    }
    return all;
  }

  /** How many there are, if somebody says so. */
  private int count(DeviceKind kind, Optional<Device> owner) {
    return kind.extent()
        .count()
        .map(count -> told(count, owner).orElse(kind.extent().least()))
        .orElse(kind.addresses().size());
  }

  private Optional<Integer> told(Count count, Optional<Device> owner) {
    return owner
        .filter(device -> device.kind().name().equals(count.kind()))
        .or(() -> known.topology().of(count.kind()).findFirst())
        .flatMap(device -> known.reading(device, count.field()).known())
        .map(value -> value instanceof Value.Amount amount ? amount.number().intValue() : 0)
        .filter(number -> number > 0);
  }
}
