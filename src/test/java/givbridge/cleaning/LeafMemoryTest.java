package givbridge.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import givbridge.cleaning.LeafMemory.Believed;
import givbridge.cleaning.LeafMemory.Candidate;
import givbridge.registers.Reading.Known;
import givbridge.registers.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Memories whose equality is written out: alike by all their parts, and by nothing less. */
class LeafMemoryTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static Believed believed(long number, Instant at) {
    return new Believed(new Known(Value.Amount.of(number), at), BigDecimal.valueOf(number));
  }

  private static LeafMemory memory(Believed believed, long doubted, Instant held, LocalDate day) {
    return new LeafMemory(
        Optional.of(believed),
        Optional.of(Candidate.first(BigDecimal.valueOf(doubted), AT)),
        Optional.of(held),
        Optional.of(day),
        1);
  }

  @Test
  void aMemoryEqualsItsCopyAlone() {
    LeafMemory memory = memory(believed(5, AT), 9, AT, DAY);
    LeafMemory copy = memory(believed(5, AT), 9, AT, DAY);

    assertThat(memory).isEqualTo(copy).hasSameHashCodeAs(copy).isNotEqualTo(null);
    assertThat(
            List.of(
                memory(believed(6, AT), 9, AT, DAY),
                memory(believed(5, AT.plusSeconds(1)), 9, AT, DAY),
                memory(believed(5, AT), 8, AT, DAY),
                memory(believed(5, AT), 9, AT.plusSeconds(1), DAY),
                memory(believed(5, AT), 9, AT, DAY.plusDays(1)),
                memory.withResets(2),
                LeafMemory.NOTHING))
        .doesNotContain(memory);
  }

  @Test
  void whatIsBelievedEqualsItsCopyAlone() {
    Believed believed = believed(5, AT);
    Believed copy = believed(5, AT);
    Believed asText = new Believed(new Known(new Value.Text("5"), AT), BigDecimal.valueOf(5));

    assertThat(believed).isEqualTo(copy).hasSameHashCodeAs(copy).isNotEqualTo(null);
    assertThat(believed).isNotEqualTo(asText).isNotEqualTo(believed(6, AT));
    assertThat(believed).isNotEqualTo(believed(5, AT.plusSeconds(1)));
  }
}
