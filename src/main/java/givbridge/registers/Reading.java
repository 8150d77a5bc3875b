package givbridge.registers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that is known with its time, or unknown with the reason; never a stand-in such as 0. */
public sealed interface Reading {
  /**
   * A value that the device gave.
   *
   * @param at when its block arrived (the oldest, where it was put together from several)
   */
  record Known(Value value, Instant at) implements Reading {
    @Override
    public Known again(Instant now) {
      return new Known(value, now);
    }

    /** Written out, as those of {@link Value}; most differ in their times. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Known it && at.equals(it.at) && value.equals(it.value));
    }

    @Override
    public int hashCode() {
      return 31 * value.hashCode() + at.hashCode();
    }
  }

  /**
   * No trustworthy value.
   *
   * @param why for users and logs
   */
  record Unknown(Why why) implements Reading {
    private static final Map<Why, Unknown> SHARED = shared();

    private static Map<Why, Unknown> shared() {
      Map<Why, Unknown> all = new EnumMap<>(Why.class);
      for (Why why : Why.values()) {
        all.put(why, new Unknown(why));
      }
      return all;
    }
  }

  /** Why a reading is unknown. */
  enum Why {
    /** The block was not read yet, or the device does not have it. */
    NEVER_READ,
    /** The number lies outside what the quantity can be. */
    OUT_OF_BOUNDS,
    /** The words make no value of this type: no date, no time, no known code, no text. */
    UNREADABLE,
    /** Something that this value is derived from is unknown. */
    INPUT_UNKNOWN,
    /** The value does not exist now, such as a completion time while nothing is charging. */
    NOT_APPLICABLE,
    /** A cleaning rule refused the value. */
    REFUSED
  }

  /** What it is after the same words have been read once more. */
  default Reading again(Instant now) {
    return this;
  }

  /** The value, if known. */
  default Optional<Value> known() {
    return this instanceof Known it ? Optional.of(it.value()) : Optional.empty();
  }

  /** One for each reason, as most fields that are asked for are not there. */
  static Reading unknown(Why why) {
    return Objects.requireNonNull(Unknown.SHARED.get(why), "every reason has its reading");
  }
}
