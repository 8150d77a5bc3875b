package givbridge.plant;

import givbridge.registers.Fields;
import java.util.Arrays;

/** Which fields a block has, in an order of their own. Never changes. */
final class BlockFields {
  private final Fields fields;
  private final int[] numbers;

  /**
   * The fields of a block.
   *
   * @param fields those of the whole register map
   * @param numbers of those that the block has, ascending
   */
  BlockFields(Fields fields, int... numbers) {
    this.fields = fields;
    this.numbers = numbers.clone();
  }

  /** The fields of the whole register map. */
  Fields all() {
    return fields;
  }

  String name(int place) {
    return fields.name(numbers[place]);
  }

  /** The number of a field among those of the register map. */
  int number(int place) {
    return numbers[place];
  }

  /** Where a field stands in the block; negative if nowhere. */
  int place(String name) {
    int number = fields.number(name);
    return number < 0 ? number : Arrays.binarySearch(numbers, number);
  }
}
