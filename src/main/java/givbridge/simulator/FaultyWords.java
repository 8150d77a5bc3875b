package givbridge.simulator;

import givbridge.tables.Faults;
import givbridge.tables.Row;
import givbridge.tables.Table;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words which no plant has but dongles have sent.
 *
 * @param leaked word of a TCP/IP packet by its place in a block; where several were seen, the first
 */
record FaultyWords(Map<Integer, Integer> leaked) {

  /** Reads the table that the guard against such words reads too. */
  static FaultyWords load() {
    Faults faults = new Faults();
    Map<Integer, Integer> leaked = new TreeMap<>();
    for (Row row : Table.resource("tables/garbage.csv", faults, "word", "value").rows()) {
      row.integer("word")
          .ifPresent(
              place -> row.integer("value").ifPresent(word -> leaked.putIfAbsent(place, word)));
    }
    faults.throwIfAny();
    return new FaultyWords(leaked);
  }

  /** The block with the packet's words in it. */
  int[] withPacket(int[] words) {
    int[] damaged = words.clone();
    leaked.forEach(
        (place, word) -> {
          if (place < damaged.length) {
            damaged[place] = word;
          }
        });
    return damaged;
  }

  /** The block one byte further: each word begins with the low byte of the one before. */
  static int[] slipped(int[] words) {
    int[] damaged = new int[words.length];
    int before = 0;
    for (int i = 0; i < words.length; i++) {
      damaged[i] = (before & 0xFF) << 8 | words[i] >> 8;
      before = words[i];
    }
    return damaged;
  }
}
