package givbridge.joint;

import givbridge.view.TreeRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A value of the plant view that is put together from the members' values.
 *
 * @param leaf where and how it is shown
 * @param how the parts become one
 * @param kind what is done where a part lacks
 * @param ofMeter whether it is what a meter at the mains tells, so that one member may stand for
 *     all
 * @param sources where a member's part stands: the first that it can show
 */
record JointKey(TreeRow leaf, How how, Kind kind, boolean ofMeter, List<Source> sources) {
  private static final int DECIMALS_OF_A_MEAN = 2;

  JointKey {
    sources = List.copyOf(sources);
  }

  /** How parts become one. */
  enum How {
    SUM,
    /** By the weights of the parts. */
    MEAN
  }

  /** What is done where a part lacks. */
  enum Kind {
    /** The others are added up. */
    GAUGE,
    /** There is no value, since a lower one would be taken for a fall. */
    COUNTER,
    /** As a counter, and there is none either while some parts are of another day. */
    DAY
  }

  /** Where the member's part stands; empty: it has none. */
  Optional<Source> source(Member.Known member) {
    for (Source source : sources) {
      if (source.fits(member)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  /** The value; empty where there is none now. */
  Optional<BigDecimal> value(Gathering gathered) {
    boolean known =
        !gathered.parts().isEmpty()
            && !gathered.unknowable()
            && (kind == Kind.GAUGE || !gathered.lacking())
            && (kind != Kind.DAY || gathered.isOfOneDay());
    if (!known) {
      return Optional.empty();
    }
    return how == How.SUM ? Optional.of(sum(gathered.parts())) : mean(gathered.parts());
  }

  private static BigDecimal sum(List<Part> parts) {
    return parts.stream().map(Part::number).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<BigDecimal> mean(List<Part> parts) {
    BigDecimal weight = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal weighed =
        parts.stream()
            .map(part -> part.number().multiply(part.weight()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return weight.signum() <= 0
        ? Optional.empty()
        : Optional.of(weighed.divide(weight, DECIMALS_OF_A_MEAN, RoundingMode.HALF_UP));
  }
}
