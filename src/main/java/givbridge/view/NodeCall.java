package givbridge.view;

import givbridge.registers.Reading;
import givbridge.registers.Reading.Why;
import givbridge.registers.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A call of a function during one evaluation. */
record NodeCall(List<Node> arguments, Evaluation evaluation, Place own) implements Call {
  @Override
  public int count() {
    return arguments.size();
  }

  @Override
  public Reading argument(int number) {
    return arguments.get(number).read(evaluation, own);
  }

  @Override
  public Reading before(int number) {
    return arguments.get(number) instanceof Node.FieldOf field
        ? evaluation
            .before()
            .map(view -> field.in(view.snapshot(), evaluation))
            .orElse(Reading.unknown(Why.NEVER_READ))
        : Reading.unknown(Why.NOT_APPLICABLE);
  }

  @Override
  public int word(int number) {
    return arguments.get(number) instanceof Node.FieldOf field
        ? field
            .row()
            .map(
                row ->
                    evaluation
                        .snapshot()
                        .words(evaluation.device(field.device()).address())
                        .word(row.bank(), row.address()))
            .orElse(Words.UNKNOWN)
        : Words.UNKNOWN;
  }

  @Override
  public Optional<Reading.Known> shown() {
    return evaluation.before().flatMap(view -> view.leaf(own.path())).map(Leaf::reading);
  }

  @Override
  public Instant now() {
    return evaluation.context().now();
  }

  @Override
  public ZoneId zone() {
    return evaluation.context().zone();
  }
}
