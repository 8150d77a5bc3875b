package givbridge.view;

import givbridge.registers.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What a function of the library sees of the formula in which it stands. */
interface Call {
  /** How many arguments it has. */
  int count();

  /** An argument's value now. */
  Reading argument(int number);

  /** An argument's value in the snapshot before; unknown if it is not a field. */
  Reading before(int number);

  /** The first word of the register that an argument names, or {@code Words.UNKNOWN}. */
  int word(int number);

  /** What the leaf showed in the view before. */
  Optional<Reading.Known> shown();

  /** The present time. */
  Instant now();

  /** The zone of the inverter's clock. */
  ZoneId zone();
}
