package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import org.junit.jupiter.api.Test;

class TicketQueueTest {
  private final TicketQueue queue = new TicketQueue();

  private Ticket waiting(int base, Urgency urgency) {
    Ticket ticket =
        new Ticket(
            new ReadInputRegistersRequest(base, 60), urgency, Effort.NORMAL, LanePolicy.defaults());
    queue.add(ticket);
    return ticket;
  }

  @Test
  void commandsGoBeforeReadsAndElseTheFirstComesFirst() {
    Ticket read = waiting(0, Urgency.READ);
    waiting(60, Urgency.READ);
    Ticket command = waiting(120, Urgency.COMMAND);

    assertThat(queue.next()).contains(command);
    queue.remove(command);
    assertThat(queue.next()).contains(read);
  }

  @Test
  void whoseCallerWentAwayIsNeverTheNext() {
    Ticket first = waiting(0, Urgency.READ);
    Ticket second = waiting(60, Urgency.READ);
    Ticket third = waiting(120, Urgency.READ);
    first.answer().cancel(false);
    third.answer().cancel(false);

    assertThat(queue.next()).contains(second);
    queue.remove(second);
    assertThat(queue.next()).isEmpty();
    assertThat(queue.drain()).isEmpty();
  }

  @Test
  void onlyWhatWasSentIsTakenByAReply() {
    Ticket unsent = waiting(0, Urgency.READ);
    assertThat(queue.takeTried(unsent.key())).isEmpty();

    unsent.sent();
    assertThat(queue.takeTried(unsent.key())).contains(unsent);
    assertThat(queue.takeTried(unsent.key())).isEmpty();
  }
}
