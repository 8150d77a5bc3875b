package givbridge.plant;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.registers.Fields;
import givbridge.registers.Reading;
import givbridge.registers.Reading.Known;
import givbridge.registers.Value;
import givbridge.testing.ShippedTables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final PlantTables TABLES = ShippedTables.polls().plants();
  private static final Fields BATTERY = TABLES.maps().get("battery-lv").orElseThrow().fields();
  private static final BlockFields TWO = new BlockFields(BATTERY, 2, 5);

  private static Reading amount(long number) {
    return new Known(Value.Amount.of(number), AT);
  }

  private static Readings readings(BlockFields fields, long first, long second) {
    return new Readings(fields, new Reading[] {amount(first), amount(second)});
  }

  @Test
  void theyAreAMapByName() {
    Readings readings = readings(TWO, 7, 8);
    Map<String, Reading> told = new HashMap<>();
    readings.forEach(told::put);

    assertThat(readings).hasSize(2).isEqualTo(told);
    assertThat(readings).containsEntry(BATTERY.name(2), amount(7));
    assertThat(readings.get(BATTERY.name(5))).isEqualTo(amount(8));
    assertThat(readings.containsKey(BATTERY.name(3))).isFalse();
    assertThat(readings.get("no_such_field")).isNull();
    assertThat(readings.get(5)).isNull();
  }

  @Test
  void whatIsAtAPlaceIsFoundInBlocksOfTheSameFieldsAndOfOthers() {
    Readings now = readings(TWO, 7, 8);
    Readings same = readings(TWO, 1, 2);
    Readings other = readings(new BlockFields(BATTERY, 3, 5), 3, 4);

    assertThat(same.likeAt(now, 0)).isEqualTo(amount(1));
    assertThat(other.likeAt(now, 0)).isNull();
    assertThat(other.likeAt(now, 1)).isEqualTo(amount(4));
  }

  @Test
  void theReadingsOfASeatAreThoseOfItsNewestBlocks() {
    SeatReadings seat = new SeatReadings(BATTERY);
    seat.put(readings(TWO, 1, 2));
    seat.put(readings(new BlockFields(BATTERY, 5, 6), 3, 4));

    assertThat(seat.get(BATTERY.name(2), -1)).isEqualTo(amount(1));
    assertThat(seat.get(BATTERY.name(5), -1)).isEqualTo(amount(3));
    assertThat(seat.get(BATTERY.name(6), -1)).isEqualTo(amount(4));
    assertThat(seat.get(BATTERY.name(7), -1)).isNull();
    assertThat(seat.get("no_such_field", -1)).isNull();
  }

  @Test
  void aBlockOfAnotherRegisterMapIsTakenByItsNames() {
    Fields meter = TABLES.maps().get("meter").orElseThrow().fields();
    SeatReadings seat = new SeatReadings(BATTERY);
    seat.put(readings(TWO, 1, 2));
    seat.put(readings(new BlockFields(meter, 0, 1), 3, 4));

    assertThat(seat.get(BATTERY.name(2), -1)).isEqualTo(amount(1));
    assertThat(seat.get(meter.name(0), -1)).isEqualTo(amount(3));
    assertThat(seat.get(meter.name(1), -1)).isEqualTo(amount(4));
  }

  @Test
  void aNumberThatIsLikelyCountsOnlyWhereItIsRight() {
    SeatReadings seat = new SeatReadings(BATTERY);
    seat.put(readings(TWO, 1, 2));

    for (int likely : new int[] {2, 1, 3, BATTERY.size(), Integer.MAX_VALUE}) {
      assertThat(seat.get(BATTERY.name(2), likely)).isEqualTo(amount(1));
    }
  }

  @Test
  void everyFieldOfAMapHasANumberOfItsOwn() {
    for (int number = 0; number < BATTERY.size(); number++) {
      assertThat(BATTERY.number(BATTERY.name(number))).isEqualTo(number);
    }
    assertThat(BATTERY.number("no_such_field")).isNegative();
  }

  @Test
  void twoPollsShareTheNamesOfABlock() {
    Identity identity = TABLES.models().identify("AA0000A000", "2001", 449, Optional.empty());
    DeviceKind kind = TABLES.kind("battery").orElseThrow();
    Device device = new Device(kind, 0x32, 1, "BA0000A000", ModelTables.traitsAt(identity, 0x32));
    BlockReader reader = new BlockReader(TABLES, identity);
    BlockKey key = device.block(new BlockSpec(Bank.IR, 60, 60));
    List<ReadBlock> polls =
        List.of(
            reader.read(device, new Block(key, new int[60], AT), (bank, register) -> -1),
            reader.read(device, new Block(key, new int[60], AT), (bank, register) -> -1));

    assertThat(polls.get(0)).isNotEqualTo(polls.get(1));
    assertThat(polls.get(0).readings()).isEqualTo(polls.get(1).readings()).containsKey("soc");
    assertThat(polls.get(0).readings().fields()).isSameAs(BATTERY);
  }
}
