package givbridge.view;

import givbridge.registers.Bank;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a formula reads.
 *
 * @param leaves numbers of other leaves
 * @param measured whether it reads a measurement from a register
 * @param set whether it reads a setting from a register
 */
record Inputs(Set<Integer> leaves, boolean measured, boolean set) {
  Inputs {
    leaves = Set.copyOf(leaves);
  }

  static Inputs of(Node node) {
    Set<Integer> leaves = new TreeSet<>();
    Set<Bank> banks = new TreeSet<>();
    collect(node, leaves, banks);
    return new Inputs(leaves, banks.contains(Bank.IR), banks.contains(Bank.HR));
  }

  private static void collect(Node node, Set<Integer> leaves, Set<Bank> banks) {
    if (node instanceof Node.OtherLeaf leaf) {
      leaves.add(leaf.number());
    } else if (node instanceof Node.FieldOf field) {
      field.row().ifPresent(row -> banks.add(row.bank()));
    } else if (node instanceof Node.Calling calling) {
      calling.arguments().forEach(argument -> collect(argument, leaves, banks));
    }
  }

  /** Whether it is worked out of other leaves alone, which were judged already. */
  boolean isDerived() {
    return !measured && !set && !leaves.isEmpty();
  }
}
