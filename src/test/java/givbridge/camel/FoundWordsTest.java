package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.plant.Device;
import givbridge.plant.DeviceKind;
import givbridge.plant.Identity;
import givbridge.plant.ModelTables;
import givbridge.plant.PlantTables;
import givbridge.plant.Seat;
import givbridge.plant.Topology;
import givbridge.testing.ShippedTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoundWordsTest {
  private static final PlantTables TABLES = ShippedTables.plants();

  private final Topology alone = plant("4004", "TC2337G123");

  private static Topology plant(String code, String serial) {
    Identity identity = TABLES.models().identify(serial, code, 0, Optional.empty());
    Device inverter =
        new Device(
            TABLES.kind(DeviceKind.INVERTER).orElseThrow(),
            0x11,
            1,
            serial,
            ModelTables.traitsAt(identity, 0x11));
    return new Topology(identity, List.of(inverter));
  }

  private static Topology with(Topology plant, String kind, Seat... seats) {
    Topology grown = plant;
    for (Seat seat : seats) {
      DeviceKind of = TABLES.kind(kind).orElseThrow();
      Device device = new Device(of, seat, 1, "", plant.inverter().traits(), Optional.empty());
      grown = grown.with(TABLES.kinds(), device);
    }
    return grown;
  }

  @Test
  void aPlantIsToldAsAWholeWithoutItsSerialNumber() {
    Topology plant = with(with(alone, "stack", new Seat(0x70, 0, 1)), "meter", new Seat(1, 0, 1));

    assertThat(FoundWords.of(Optional.empty(), plant))
        .isEqualTo(
            "is a Hybrid_3ph (type 4004, firmware 0), serial TC*****123, with meter at 0x1; stack"
                + " at 0x70");
    assertThat(FoundWords.of(Optional.empty(), alone)).endsWith("nothing else on its line yet");
  }

  @Test
  void afterThatOnlyWhatIsNewIsTold() {
    Topology grown =
        with(alone, "module", new Seat(0x50, 0, 1), new Seat(0x51, 0, 2), new Seat(0x50, 120, 1));

    assertThat(FoundWords.of(Optional.of(alone), grown))
        .isEqualTo("also has module at 0x50, 0x51, 0x50+120");
  }

  @Test
  void whatAnInverterTellsOfHasANumberInPlaceOfAnAddress() {
    Topology gateway = plant("7001", "GW2412G123");

    assertThat(
            FoundWords.of(
                Optional.of(gateway),
                with(gateway, "aio", new Seat(0x11, 0, 1), new Seat(0x11, 0, 3))))
        .isEqualTo("also has aio 1, 3 as it tells");
  }

  @Test
  void whatItsRegistersProveIsToldByName() {
    Topology hybrid = plant("8102", "EA2419G123");
    Identity proven =
        new Identity(
            hybrid.identity().serial(),
            hybrid.identity().typeCode(),
            0,
            hybrid.identity().model(),
            Set.of("known", "three-phase"),
            Optional.empty(),
            Optional.empty());

    assertThat(FoundWords.of(Optional.of(hybrid), hybrid.behind(proven)))
        .isEqualTo("turns out to be three-phase");
  }

  @Test
  void anotherInverterIsToldAsAWholeAgain() {
    assertThat(FoundWords.of(Optional.of(alone), plant("4004", "TC2337G999"))).startsWith("is a ");
  }
}
