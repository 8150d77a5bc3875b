package givbridge.testing;

import givbridge.link.LinkException;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A plant made of the registers of a recording, that can be told to misbehave. */
public final class FakePlant implements PlantLink {
  private static final int INVERTER = 0x11;
  private static final int BLOCK = 60;

  private final Clock clock;
  private final Map<Integer, Map<Bank, Map<Integer, Integer>>> banks = new HashMap<>();
  private final Map<BlockKey, Deque<UnaryOperator<int[]>>> corruptions = new HashMap<>();
  private final List<BlockKey> asked = new ArrayList<>();
  private Predicate<BlockKey> silent = key -> false;
  private Predicate<BlockKey> refusing = key -> false;
  private boolean offline;
  private long connection = 1;

  /** The inverter of older units answers at several addresses; here all of that is at its own. */
  public FakePlant(Golden golden, Clock clock) {
    this.clock = clock;
    golden.banks().forEach((address, of) -> of.forEach((bank, words) -> put(address, bank, words)));
    golden.banks().getOrDefault(0x32, Map.of()).forEach(this::mirror);
    golden.banks().getOrDefault(0x31, Map.of()).forEach(this::mirror);
    golden.banks().getOrDefault(INVERTER, Map.of()).forEach(this::mirror);
  }

  /** A plant of these words by address, bank and register. */
  static FakePlant of(Map<Integer, Map<Bank, Map<Integer, Integer>>> banks, Clock clock) {
    return new FakePlant(new Golden("", "", 0, "", banks, Map.of(), Map.of()), clock);
  }

  /** Takes over the words of a block, where the inverter answers for itself too. */
  void put(Block block) {
    BlockSpec spec = block.key().spec();
    Map<Integer, Integer> words = new HashMap<>();
    for (int register = spec.base(); register < spec.base() + spec.count(); register++) {
      words.put(register, block.word(spec.bank(), register));
    }
    put(block.key().address(), spec.bank(), words);
    if (block.key().address() == 0x31 || block.key().address() == 0x32) {
      mirror(spec.bank(), words);
    }
  }

  private void mirror(Bank bank, Map<Integer, Integer> words) {
    Map<Integer, Integer> own = new HashMap<>(words);
    if (bank == Bank.IR) {
      own.keySet().removeIf(register -> register >= BLOCK && register < 2 * BLOCK);
    }
    put(INVERTER, bank, own);
  }

  private void put(int address, Bank bank, Map<Integer, Integer> words) {
    banks
        .computeIfAbsent(address, a -> new HashMap<>())
        .computeIfAbsent(bank, b -> new HashMap<>())
        .putAll(words);
  }

  /** A device that answers a block with zeros. */
  public FakePlant zeros(int address, Bank bank, int base, int count) {
    for (int i = 0; i < count; i++) {
      set(address, bank, base + i, 0);
    }
    return this;
  }

  /** Changes one register for good. */
  public void set(int address, Bank bank, int register, int word) {
    put(address, bank, Map.of(register, word));
  }

  /** Changes registers for good: two characters each, the first in the high byte. */
  public void text(int address, Bank bank, int register, String text) {
    for (int i = 0; i < text.length() / 2; i++) {
      set(address, bank, register + i, (text.charAt(2 * i) << 8) | text.charAt(2 * i + 1));
    }
  }

  /** One register as it stands. */
  public int get(int address, Bank bank, int register) {
    return banks.get(address).get(bank).get(register);
  }

  /** Blocks that are not answered from now on. */
  public void silence(Predicate<BlockKey> blocks) {
    silent = blocks;
  }

  /** Blocks that are answered with an error from now on. */
  public void refuse(Predicate<BlockKey> blocks) {
    refusing = blocks;
  }

  /** Whether there is no connection. */
  public void offline(boolean is) {
    offline = is;
  }

  /** As after a new connection. */
  public void reconnect() {
    connection++;
  }

  /** Corrupts the next reply of this block. */
  public void corruptOnce(BlockKey key, UnaryOperator<int[]> change) {
    corruptions.computeIfAbsent(key, k -> new ArrayDeque<>()).add(change);
  }

  /** Whether a reply is still to be corrupted. */
  public boolean isToBeCorrupted() {
    return corruptions.values().stream().anyMatch(next -> !next.isEmpty());
  }

  /** The blocks asked for since the last call of this method. */
  public List<BlockKey> asked() {
    List<BlockKey> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  /** Whether a block was asked for so often since the last call of {@link #asked}. */
  public boolean wasAsked(BlockKey key, int times) {
    return asked.stream().filter(key::equals).count() >= times;
  }

  /** The key of a block of the inverter. */
  public static BlockKey inverter(Bank bank, int base, int count) {
    return new BlockKey(INVERTER, new BlockSpec(bank, base, count));
  }

  /** The key of a battery's page. */
  public static BlockKey page(int address) {
    return new BlockKey(address, new BlockSpec(Bank.IR, BLOCK, BLOCK));
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    asked.add(key);
    if (offline) {
      throw new LinkException(LinkException.Cause.OFFLINE, "no connection");
    }
    if (refusing.test(key)) {
      throw new LinkException(LinkException.Cause.REFUSED, key + " was refused");
    }
    boolean quiet = silent.test(key);
    int[] words = new int[key.spec().count()];
    for (int i = 0; i < words.length; i++) {
      Integer word =
          banks
              .getOrDefault(key.address(), Map.of())
              .getOrDefault(key.spec().bank(), Map.of())
              .get(key.spec().base() + i);
      if (word == null || quiet) {
        throw new LinkException(LinkException.Cause.NO_ANSWER, key + " was not answered");
      }
      words[i] = word;
    }
    Deque<UnaryOperator<int[]>> next = corruptions.getOrDefault(key, new ArrayDeque<>());
    return new Block(key, next.isEmpty() ? words : next.remove().apply(words), clock.instant());
  }

  @Override
  public int write(int register, int value) {
    set(INVERTER, Bank.HR, register, value);
    return value;
  }

  @Override
  public long connection() {
    return connection;
  }
}
