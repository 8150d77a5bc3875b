package givbridge.view;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A hundred like plants keep most of their trees once. */
class LikePlantsTest {
  private static final String SERIAL = "EA2302G000";

  private final RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
  private final Tree tree = plant.tree();

  private RecordedPlant another() {
    // The serial number stands in five registers from HR(13).
    return RecordedPlant.of("hybrid-gen2").with(Bank.HR, 17, '0' << 8 | '7');
  }

  @Test
  void placesWithoutKeysOfAPlantAreShared() {
    List<Place> one = tree.places();
    List<Place> other = another().tree().places();
    assertThat(other).hasSameSizeAs(one);
    Map<Place, Boolean> known = new IdentityHashMap<>();
    one.forEach(place -> known.put(place, true));
    Predicate<Place> keyed = place -> place.path().matches(".*(EA|DF)[0-9]+G.*");
    assertThat(other.stream().filter(keyed).filter(known::containsKey).map(Place::path)).isEmpty();
    assertThat(other.stream().filter(keyed.negate()).filter(known::containsKey).count())
        .isEqualTo(other.stream().filter(keyed.negate()).count())
        .isPositive();
    assertThat(other.stream().map(Place::path)).anyMatch(path -> path.contains("EA2302G007"));
  }

  @Test
  void eachPlantShowsItsOwnValues() {
    RecordedPlant other = another().with(Bank.IR, 52, 777);
    assertThat(payload(plant.view(), "Power/Power/Battery_Power")).isNotEqualTo(Optional.of("777"));
    assertThat(payload(other.view(), "Power/Power/Battery_Power")).isEqualTo(Optional.of("777"));
    assertThat(payload(other.view(), "EA2302G007/Invertor_Serial_Number"))
        .isEqualTo(Optional.of("EA2302G007"));
    assertThat(other.view().leaf(SERIAL + "/Invertor_Serial_Number")).isEmpty();
  }

  @Test
  void everyLeafIsFoundByItsPathAndNoOther() {
    View view = plant.view();
    assertThat(view.leaves().stream().map(leaf -> view.leaf(leaf.path()).orElseThrow()).toList())
        .isEqualTo(view.leaves());
    for (String absent : List.of("", "A", "Power", "Power/Power/Nothing", "raw/", "zzz")) {
      assertThat(view.leaf(absent)).isEmpty();
    }
  }

  @Test
  void whatIsNoMoreIsToldOfLeavesInTheOrderOfTheDocument() {
    List<Leaf> all = plant.view().leaves();
    List<Leaf> some = all.stream().filter(leaf -> leaf.path().hashCode() % 3 != 0).toList();
    List<Leaf> others = all.stream().filter(leaf -> leaf.path().hashCode() % 3 == 0).toList();
    assertThat(others).isNotEmpty();
    assertThat(Leaf.gone(all, some)).isEqualTo(others);
    assertThat(Leaf.gone(some, all)).isEmpty();
    assertThat(Leaf.gone(all, List.of())).isEqualTo(all);
    assertThat(Leaf.gone(List.of(), all)).isEmpty();
  }

  @Test
  void aViewTellsWhatIsNoMoreSinceAnother() {
    RecordedPlant discharging = plant.with(Bank.IR, 52, 777);
    RecordedPlant charging = plant.with(Bank.IR, 52, 0x10000 - 777);
    View first = discharging.view();
    View second = discharging.after(first, RecordedPlant.READ.plusSeconds(30));
    View third = charging.after(second, RecordedPlant.READ.plusSeconds(60));
    View fourth = charging.after(third, RecordedPlant.READ.plusSeconds(90));
    View fifth = discharging.after(fourth, RecordedPlant.READ.plusSeconds(120));

    assertThat(second.places()).isSameAs(first.places());
    assertThat(second.gone(first)).isEmpty();
    assertThat(third.gone(second))
        .extracting(Leaf::path)
        .containsExactly("Power/Power/Discharge_Completion_Time");
    assertThat(fourth.gone(third)).isEmpty();
    assertThat(fourth.gone(first))
        .extracting(Leaf::path)
        .containsExactly("Power/Power/Discharge_Completion_Time");
    assertThat(fifth.gone(first)).isEmpty();
    assertThat(fifth.gone(fourth))
        .extracting(Leaf::path)
        .containsExactly("Power/Power/Charge_Completion_Time");
  }

  private static Optional<String> payload(View view, String path) {
    return view.leaf(path).flatMap(leaf -> leaf.rendering().payload());
  }
}
