package givbridge.view;

import givbridge.cleaning.Circumstances;
import givbridge.cleaning.Circumstances.Sources;
import givbridge.cleaning.Cleaning;
import givbridge.cleaning.CleaningRule;
import givbridge.cleaning.Judgement;
import givbridge.cleaning.LeafMemories;
import givbridge.cleaning.LeafMemory;
import givbridge.cleaning.Mark;
import givbridge.cleaning.Memory;
import givbridge.cleaning.Pace;
import givbridge.plant.Identity;
import givbridge.registers.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the leaves of one pass, and collects what is to be remembered and told of them. */
final class Judging implements Stage {
  /** The largest connection to the grid that a house has, W a phase. */
  private static final int WATTS_OF_A_PHASE = 25_000;

  /** Rated power of an inverter that does not tell it, W. */
  private static final int UNKNOWN_RATING = 20_000;

  private final LeafMemories.Draft leaves;
  private final Screening screening;
  private final ViewContext context;
  private final Bookkeeping books;
  private final BigDecimal plantWatts;
  private final Map<String, Mark> marks = new HashMap<>();
  private final List<View.Refusal> findings = new ArrayList<>();

  /** The plant that is judged, and its account. */
  record Plant(Identity identity, Bookkeeping books) {}

  Judging(LeafMemories.Draft leaves, Screening screening, ViewContext context, Plant plant) {
    this.leaves = leaves;
    this.screening = screening;
    this.context = context;
    this.books = plant.books();
    this.plantWatts = plantWatts(plant.identity());
  }

  /** What the grid, the roof and the battery can bring together. */
  private static BigDecimal plantWatts(Identity identity) {
    int rated = Math.max(identity.ratedWatts().orElse(0), identity.batteryWatts().orElse(0));
    int phases = Math.max(1, identity.model().phases());
    return BigDecimal.valueOf(
        (long) phases * WATTS_OF_A_PHASE + 2L * (rated == 0 ? UNKNOWN_RATING : rated));
  }

  @Override
  public Reading settle(Evaluation evaluation, int number, Reading derived) {
    Planned planned = evaluation.planned(number);
    Place place = planned.place();
    if (!place.row().form().isNumber()) {
      return derived;
    }
    LeafMemory last = leaves.at(number);
    CleaningRule rule = place.row().cleaning();
    if (leaves.isOfSameTree()
        && derived instanceof Reading.Known known
        && Cleaning.standsStill(rule, last, known)) {
      leaves.put(number, last.readAgain(known));
      return derived;
    }
    Circumstances circumstances = circumstances(evaluation, planned);
    Judgement judgement =
        Cleaning.judge(rule, last, derived, Function.numberIn(derived), circumstances);
    remember(number, place, last, judgement.memory());
    if (judgement.finding().isPresent()) {
      findings.add(new View.Refusal(place, judgement.finding().get()));
    }
    return judgement.shown();
  }

  @Override
  public Reading tariff(Evaluation evaluation, String name) {
    return books.fact(evaluation, name);
  }

  private Circumstances circumstances(Evaluation evaluation, Planned planned) {
    return new Circumstances(
        context.now(),
        context.smoothing(),
        plantWatts,
        charge(planned.place()),
        screening.clock(),
        planned.inputs().measured() && !planned.inputs().set(),
        screening.doubts(planned.place()),
        planned.inputs().isDerived()
            ? Optional.of(sources(evaluation, planned))
            : Optional.empty());
  }

  private Optional<Pace> charge(Place place) {
    return place.row().cleaning().filter() == CleaningRule.Filter.CHARGE
        ? screening.charge(place)
        : Optional.empty();
  }

  private Sources sources(Evaluation evaluation, Planned planned) {
    Sources sources = Sources.NONE;
    if (planned.place().row().cleaning().isCounter()) {
      for (int number : planned.inputs().leaves()) {
        if (evaluation.planned(number).place().row().cleaning().isCounter()) {
          // It is settled first, so that what is remembered of it is of this view.
          evaluation.leaf(number);
          sources = sources.with(leaves.at(number));
        }
      }
    }
    return sources;
  }

  private void remember(int number, Place place, LeafMemory last, LeafMemory now) {
    if (now.equals(last)) {
      return;
    }
    leaves.put(number, now);
    if (place.row().cleaning().isCounter()) {
      now.mark()
          .filter(mark -> last.mark().filter(mark::isSameAs).isEmpty())
          .ifPresent(mark -> marks.put(place.path(), mark));
    }
  }

  /** What all of it left behind. */
  View.Cleaned cleaned() {
    return new View.Cleaned(
        new Memory(leaves.done(), screening.clock(), screening.doubted()), marks, findings);
  }
}
