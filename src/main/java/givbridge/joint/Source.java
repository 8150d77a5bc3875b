package givbridge.joint;

import givbridge.joint.Member.Figure;
import givbridge.tables.Condition;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a member's part of a sum stands.
 *
 * @param models the inverters of which this holds
 * @param from the leaf; {@code {serial}} stands for the member's serial number
 * @param needs another leaf that the member must be able to show
 * @param as what of the number counts
 * @param weight the leaf by which the number is weighted in a mean
 */
record Source(
    Condition models, String from, Optional<String> needs, Taking as, Optional<String> weight) {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** What of a number counts. */
  enum Taking {
    VALUE,
    /** With the other sign. */
    NEGATED,
    /** Zero where it is below. */
    POSITIVE,
    /** How far it is below zero, or zero. */
    NEGATIVE,
    /** The value; a thousand times where the user has the member show MWh. */
    WISHED_MWH;

    BigDecimal of(BigDecimal number, boolean totalsInMwh) {
      return switch (this) {
        case VALUE -> number;
        case NEGATED -> number.negate();
        case POSITIVE -> number.max(BigDecimal.ZERO);
        case NEGATIVE -> number.negate().max(BigDecimal.ZERO);
        case WISHED_MWH -> totalsInMwh ? number.multiply(THOUSAND) : number;
      };
    }
  }

  /** Whether such a member can show the leaf, now or at another time. */
  boolean fits(Member.Known member) {
    return models.holds(member.traits())
        && member.shows().contains(of(from, member.serial()))
        && (needs.isEmpty() || member.shows().contains(of(needs.get(), member.serial())));
  }

  /** The member's part of a sum, and its weight; empty while it shows no number. */
  Optional<Part> part(Member.Known member) {
    Optional<Figure> figure = member.figure(of(from, member.serial()));
    if (figure.isEmpty()) {
      return Optional.empty();
    }
    Figure it = figure.get();
    BigDecimal number = as.of(it.number(), member.totalsInMwh());
    if (weight.isEmpty()) {
      return Optional.of(new Part(number, BigDecimal.ONE, it.day()));
    }
    Optional<Figure> heavy = member.figure(of(weight.get(), member.serial()));
    return heavy.map(by -> new Part(number, by.number(), it.day()));
  }

  /** A leaf's path in the tree of the member with that serial number. */
  static String of(String path, String serial) {
    return path.replace("{serial}", serial);
  }
}
