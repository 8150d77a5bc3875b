package givbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.registers.Bank;
import givbridge.view.Leaf;
import givbridge.view.RecordedPlant;
import givbridge.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MqttLeavesTest {
  private final RecordedPlant plant = RecordedPlant.of("hybrid-gen2");
  private final MqttLeaves leaves = new MqttLeaves("GivEnergy", "EA2302G000", false);

  @Test
  void eachLeafGoesToItsOwnTopic() {
    List<Message> messages = leaves.messages(plant.view().leaves());
    assertThat(messages)
        .contains(
            new Message("GivEnergy/EA2302G000/Power/Power/Discharge_Power", "441", false),
            new Message("GivEnergy/EA2302G000/Energy/Total/PV_Energy_Total_kWh", "6439.9", false),
            new Message("GivEnergy/EA2302G000/EA2302G000/Battery_Capacity_kWh", "9.523", false),
            new Message(
                "GivEnergy/EA2302G000/Timeslots/Charge_start_time_slot_1", "23:30:00", false),
            new Message(
                "GivEnergy/EA2302G000/Battery_Details/Battery_Stack_1/DF2244G000/Battery_SOC",
                "45",
                false),
            new Message("GivEnergy/EA2302G000/raw/invertor/status", "1", false));
    assertThat(messages).extracting(Message::topic).doesNotHaveDuplicates();
  }

  @Test
  void listsSpansAndObjectsAreNotSent() {
    assertThat(leaves.messages(plant.view().leaves()))
        .extracting(Message::topic)
        .noneMatch(topic -> topic.endsWith("/battery_errors"))
        .noneMatch(topic -> topic.endsWith("/charge_slot_1"))
        .noneMatch(topic -> topic.endsWith("/Battery_Details"));
  }

  @Test
  void theStatusIsRetainedWhateverTheSettingSays() {
    assertThat(
            leaves.messages(
                plant
                    .tree()
                    .stats(
                        Optional.of(plant.snapshot()), RecordedPlant.context(RecordedPlant.READ))))
        .contains(
            new Message("GivEnergy/EA2302G000/Stats/status", "online", true),
            new Message("GivEnergy/EA2302G000/Stats/Poll_Overrun", "False", false));
    MqttLeaves retained = new MqttLeaves("house", "X", true);
    assertThat(retained.messages(plant.view().leaves()))
        .allMatch(message -> message.retained() && message.topic().startsWith("house/X/"));
  }

  @Test
  void aLeafThatLeftIsUnknownFirstAndThenForgotten() {
    View before = plant.view();
    View after = plant.with(Bank.IR, 52, 0).after(before, RecordedPlant.READ.plusSeconds(30));
    String topic = "GivEnergy/EA2302G000/Power/Power/Discharge_Completion_Time";
    assertThat(leaves.departures(Leaf.gone(before.leaves(), after.leaves())))
        .containsExactly(new Message(topic, "None", false), new Message(topic, "", true));
    assertThat(leaves.departures(Leaf.gone(after.leaves(), before.leaves()))).isEmpty();
  }

  @Test
  void aPayloadTravelsInUtf8() {
    assertThat(new Message("a", "°", false).bytes())
        .isEqualTo("°".getBytes(StandardCharsets.UTF_8));
  }
}
