package givbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.publish.MqttLeaves.Delivery;
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
  private final MqttLeaves leaves =
      new MqttLeaves("GivEnergy", "EA2302G000", new Delivery(0, false));

  private List<Message> messages(List<Leaf> of) {
    return leaves.messages(of, List.of());
  }

  private List<Message> departures(View before, View after) {
    return leaves.messages(List.of(), Leaf.gone(before.leaves(), after.leaves()));
  }

  @Test
  void eachLeafGoesToItsOwnTopic() {
    List<Message> messages = messages(plant.view().leaves());
    assertThat(messages)
        .contains(
            new Message("GivEnergy/EA2302G000/Power/Power/Discharge_Power", "441", 0, false),
            new Message(
                "GivEnergy/EA2302G000/Energy/Total/PV_Energy_Total_kWh", "6439.9", 0, false),
            new Message("GivEnergy/EA2302G000/EA2302G000/Battery_Capacity_kWh", "9.523", 0, false),
            new Message(
                "GivEnergy/EA2302G000/Timeslots/Charge_start_time_slot_1", "23:30:00", 0, false),
            new Message(
                "GivEnergy/EA2302G000/Battery_Details/Battery_Stack_1/DF2244G000/Battery_SOC",
                "45",
                0,
                false),
            new Message("GivEnergy/EA2302G000/raw/invertor/status", "1", 0, false));
    assertThat(messages).extracting(Message::topic).doesNotHaveDuplicates();
  }

  @Test
  void listsSpansAndObjectsAreNotSent() {
    assertThat(messages(plant.view().leaves()))
        .extracting(Message::topic)
        .noneMatch(topic -> topic.endsWith("/battery_errors"))
        .noneMatch(topic -> topic.endsWith("/charge_slot_1"))
        .noneMatch(topic -> topic.endsWith("/Battery_Details"));
  }

  @Test
  void theStatusIsRetainedWhateverTheSettingSays() {
    assertThat(
            messages(
                plant
                    .tree()
                    .stats(
                        Optional.of(plant.snapshot()), RecordedPlant.context(RecordedPlant.READ))))
        .contains(
            new Message("GivEnergy/EA2302G000/Stats/status", "online", 0, true),
            new Message("GivEnergy/EA2302G000/Stats/Poll_Overrun", "False", 0, false));
    MqttLeaves retained = new MqttLeaves("house", "X", new Delivery(2, true));
    assertThat(retained.messages(plant.view().leaves(), List.of()))
        .allMatch(
            message ->
                message.retained() && message.qos() == 2 && message.topic().startsWith("house/X/"));
  }

  @Test
  void aLeafThatLeftIsUnknownFirstAndThenForgotten() {
    View before = plant.view();
    View after = plant.with(Bank.IR, 52, 0).after(before, RecordedPlant.READ.plusSeconds(30));
    String topic = "GivEnergy/EA2302G000/Power/Power/Discharge_Completion_Time";
    assertThat(departures(before, after))
        .containsExactly(new Message(topic, "None", 0, false), new Message(topic, "", 0, true));
    assertThat(departures(after, before)).isEmpty();
  }

  @Test
  void aPayloadTravelsInUtf8() {
    assertThat(new Message("a", "°", 0, false).bytes())
        .isEqualTo("°".getBytes(StandardCharsets.UTF_8));
  }
}
