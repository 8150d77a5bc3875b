package givbridge.testing;

import givbridge.plant.Block;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The blocks of a recording as a plant that can be asked, from the first of them to the last. */
public final class Capture {
  private static final int IDENTITY = 60;
  private static final int SERIAL = 13;
  private static final int ARM = 21;

  private final List<Block> blocks;
  private final Map<Integer, Map<Bank, Map<Integer, Integer>>> first = new TreeMap<>();
  private int next;

  /**
   * A recording.
   *
   * @param code device type code, for where the recording lacks it
   * @param arm firmware, for where the recording lacks it
   */
  public Capture(Path file, String code, int arm) throws IOException {
    blocks = Recording.blocks(file);
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      BlockSpec spec = block.key().spec();
      for (int register = spec.base(); register < spec.base() + spec.count(); register++) {
        put(block.key().address(), spec.bank(), register, block.word(spec.bank(), register));
      }
    }
    if (!tellsIdentity()) {
      putIdentity(code, arm);
    }
  }

  private boolean tellsIdentity() {
    return first.values().stream()
        .anyMatch(banks -> banks.getOrDefault(Bank.HR, Map.of()).containsKey(0));
  }

  private void putIdentity(String code, int arm) {
    for (int register = 0; register < IDENTITY; register++) {
      boolean serial = register >= SERIAL && register < SERIAL + 5;
      put(0x11, Bank.HR, register, serial ? '0' * 256 + 'A' : 0);
    }
    put(0x11, Bank.HR, 0, Integer.parseInt(code, 16));
    put(0x11, Bank.HR, ARM, arm);
  }

  private void put(int address, Bank bank, int register, int word) {
    first
        .computeIfAbsent(address, a -> new HashMap<>())
        .computeIfAbsent(bank, b -> new HashMap<>())
        .put(register, word);
  }

  /** When the recording begins. */
  public Instant start() {
    return blocks.get(0).at();
  }

  /** When it ends. */
  public Instant end() {
    return blocks.get(blocks.size() - 1).at();
  }

  /** The plant with the first words that were seen of each register. */
  public FakePlant plant(Clock clock) {
    return FakePlant.of(first, clock);
  }

  /** Lets plants come to hold what was recorded until then. */
  public void advance(Instant until, List<FakePlant> plants) {
    while (next < blocks.size() && !blocks.get(next).at().isAfter(until)) {
      Block block = blocks.get(next++);
      plants.forEach(plant -> plant.put(block));
    }
  }
}
