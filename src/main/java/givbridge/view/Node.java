package givbridge.view;

import givbridge.plant.Snapshot;
import givbridge.registers.Reading;
import givbridge.registers.RegisterRow;
import java.util.List;
import java.util.Optional;

/** A formula, bound to the devices and leaves of one plant by their numbers. */
sealed interface Node {
  /**
   * The value.
   *
   * @param own the leaf that the formula belongs to
   */
  Reading read(Evaluation evaluation, Place own);

  /** What never changes. */
  record Constant(Reading reading) implements Node {
    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return reading;
    }
  }

  /**
   * A field of a device.
   *
   * @param device number of the device among those of the plant
   * @param number of the field in the device's register map; -1: it is not there
   * @param row its registers; empty: it is a fact of the identity
   */
  record FieldOf(int device, String name, int number, Optional<RegisterRow> row) implements Node {
    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return in(evaluation.snapshot(), evaluation);
    }

    /** What it says in a snapshot. */
    Reading in(Snapshot snapshot, Evaluation evaluation) {
      return snapshot.reading(evaluation.device(device), name, number);
    }

    /** Without its registers, of which there are many to look through. */
    @Override
    public int hashCode() {
      return 31 * device + name.hashCode();
    }
  }

  /** A fact of the bridge. */
  record BridgeFact(String name) implements Node {
    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return evaluation.bridgeFact(name);
    }
  }

  /** A fact of the account of what energy cost. */
  record TariffFact(String name) implements Node {
    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return evaluation.tariff(name);
    }
  }

  /** The value of another leaf, by its number in the tree. */
  record OtherLeaf(int number) implements Node {
    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return evaluation.leaf(number);
    }
  }

  /** A function of further nodes. */
  record Calling(Function function, List<Node> arguments) implements Node {
    public Calling {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Reading read(Evaluation evaluation, Place own) {
      return function.operation().apply(new NodeCall(arguments, evaluation, own));
    }
  }
}
