package givbridge.joint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One configured inverter as a part of the whole.
 *
 * @param number its number, from 1
 * @param known what is known of it; empty: it was never read
 */
public record Member(int number, Optional<Known> known) {
  /** An inverter that was never read. */
  public static Member unread(int number) {
    return new Member(number, Optional.empty());
  }

  /** Its serial number, or its number in words as long as that is not known. */
  public String name() {
    return known.map(Known::serial).orElse("inverter " + number);
  }

  /** Whether its values are those of now. */
  boolean isFresh() {
    return known.filter(Known::fresh).isPresent();
  }

  /** Whether it tells of any inverter in its own registers. */
  boolean tellsOfAny() {
    return known.isPresent() && !known.get().told().isEmpty();
  }

  /** Whether it tells of the inverter with that serial number in its own registers. */
  boolean tellsOf(Member other) {
    return number != other.number
        && known
            .filter(
                own -> other.known().map(Known::serial).filter(own.told()::contains).isPresent())
            .isPresent();
  }

  /**
   * An inverter that was read.
   *
   * @param serial its serial number
   * @param traits what it is and can do
   * @param told serial numbers of the inverters of which it tells in registers of its own
   * @param fresh whether its values are those of now
   * @param totalsInMwh whether the user wants the lifetime energies of a Gateway shown in MWh
   * @param shows paths of all leaves that it can show, whether they have values now or not
   * @param figures the numbers that it shows, by path
   */
  public record Known(
      String serial,
      Set<String> traits,
      Set<String> told,
      boolean fresh,
      boolean totalsInMwh,
      Set<String> shows,
      Map<String, Figure> figures) {
    public Known {
      traits = Set.copyOf(traits);
      told = Set.copyOf(told);
      shows = Set.copyOf(shows);
      figures = Map.copyOf(figures);
    }

    /** The number at a path. */
    Optional<Figure> figure(String path) {
      return Optional.ofNullable(figures.get(path));
    }
  }

  /**
   * A number that a member shows.
   *
   * @param number as it is shown, in the unit of its leaf
   * @param day of a counter of the day: the inverter's day for which it counts
   */
  public record Figure(BigDecimal number, Optional<LocalDate> day) {}
}
