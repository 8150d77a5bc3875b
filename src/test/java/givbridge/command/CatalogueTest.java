package givbridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is offered to which inverter. */
class CatalogueTest {
  private static Catalogue.Entry entry(Plant plant, String name) {
    return new Catalogue(Plant.COMMANDS, Plant.PLANTS)
        .entries(plant.topology(), Plant.shown(plant.snapshot())).stream()
            .filter(entry -> entry.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void everyCommandIsTold() {
    assertThat(
            new Catalogue(Plant.COMMANDS, Plant.PLANTS)
                .entries(Plant.GEN1.topology(), Plant.shown(Plant.GEN1.snapshot())))
        .hasSameSizeAs(Plant.COMMANDS.commands())
        .allMatch(Catalogue.Entry::offered)
        .allSatisfy(entry -> assertThat(entry.names()).isNotEmpty())
        .allSatisfy(entry -> assertThat(entry.description()).isNotBlank());
  }

  @Test
  void theLimitsAreThoseOfTheInverter() {
    Catalogue.Item rate = entry(Plant.GEN2, "setChargeRate").parameters().get(0);

    assertThat(rate.limits()).contains(new Interval(0, 3600));
    assertThat(rate.type()).isEqualTo("rate");
    assertThat(rate.unit()).isEqualTo("W");
    assertThat(entry(Plant.GEN1, "setChargeTarget").parameters().get(0).limits())
        .contains(new Interval(4, 100));
    assertThat(entry(Plant.GEN1, "setBatteryMode").parameters().get(0).limits())
        .isEqualTo(Optional.empty());
  }

  @Test
  void theNamesAreThoseOfItsSlots() {
    assertThat(entry(Plant.GEN1, "setChargeStart{slot}").names())
        .containsExactly("setChargeStart1", "setEMSChargeStart1");
    assertThat(entry(Plant.GEN3_TEN_SLOTS, "setChargeStart{slot}").names())
        .hasSize(20)
        .contains("setChargeStart10")
        .endsWith("setEMSChargeStart10");
    assertThat(entry(Plant.GEN1, "setDischargeSlot").names())
        .containsExactly("setDischargeSlot", "setDischargeSlot1", "setDischargeSlot2");
  }

  @Test
  void anInverterThatIsNotKnownIsOfferedNothing() {
    assertThat(entry(Plant.UNKNOWN, "setChargeTarget").whyNot())
        .contains("not available for Unknown inverters (device type 9999)");
  }

  @Test
  void aRateIsNotOfferedWhereItsLimitIsNotKnown() {
    assertThat(entry(Plant.AC_WITHOUT_RATING, "setChargeRate").whyNot())
        .contains("the limits of chargeRate are not known for this inverter");
  }
}
