package givbridge.command;

import givbridge.link.LinkException;
import givbridge.link.LinkException.Cause;
import givbridge.link.PlantLink;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An inverter that keeps every frame in mind, misbehaves as told, and owns the time. */
final class FakeInverter extends Clock implements PlantLink {
  private static final Duration FRAME = Duration.ofMillis(300);

  private final Map<Integer, Integer> words;
  private final List<String> frames = new ArrayList<>();
  private final Map<Integer, Deque<Fault>> faults = new HashMap<>();
  private Predicate<BlockKey> silent = key -> false;
  private Consumer<FakeInverter> afterWrite = it -> {};
  private boolean offline;
  private Instant now = Plant.NOW;

  /** What happens to a write. */
  enum Fault {
    /** It is done, but nobody says so. */
    DONE_WITHOUT_ECHO,
    /** It is lost. */
    LOST,
    /** Something else is stored, and said. */
    STORES_ANOTHER,
    /** It is done, but the echo is that of another client. */
    FOREIGN_ECHO,
    /** The inverter answers with an error. */
    REFUSED,
    /** The connection ends before it. */
    OFFLINE
  }

  FakeInverter(Map<Integer, Integer> words) {
    this.words = words;
  }

  FakeInverter fault(int register, Fault... next) {
    faults.put(register, new ArrayDeque<>(List.of(next)));
    return this;
  }

  FakeInverter silent(Predicate<BlockKey> keys) {
    silent = keys;
    return this;
  }

  FakeInverter afterWrite(Consumer<FakeInverter> then) {
    afterWrite = then;
    return this;
  }

  FakeInverter offline() {
    offline = true;
    return this;
  }

  void set(int register, int word) {
    words.put(register, word);
  }

  int word(int register) {
    return words.getOrDefault(register, 0);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** All frames since the last call, such as {@code read HR(60,60)} and {@code 94=530}. */
  List<String> frames() {
    List<String> all = List.copyOf(frames);
    frames.clear();
    return all;
  }

  @Override
  public Block read(BlockKey key, Purpose purpose) throws LinkException {
    frames.add("read " + key.spec());
    pass(FRAME);
    connected();
    if (silent.test(key)) {
      throw new LinkException(Cause.NO_ANSWER, key + " was not answered");
    }
    return Plant.block(key, now, words);
  }

  @Override
  public int write(int register, int value) throws LinkException {
    frames.add(register + "=" + value);
    pass(FRAME);
    connected();
    Deque<Fault> next = faults.getOrDefault(register, new ArrayDeque<>());
    Fault fault = next.poll();
    int echo = fault == null ? store(register, value) : misbehave(fault, register, value);
    afterWrite.accept(this);
    return echo;
  }

  private int store(int register, int value) {
    words.put(register, value);
    return value;
  }

  private int misbehave(Fault fault, int register, int value) throws LinkException {
    switch (fault) {
      case DONE_WITHOUT_ECHO -> {
        store(register, value);
        throw new LinkException(Cause.NO_ANSWER, "no echo");
      }
      case LOST -> throw new LinkException(Cause.NO_ANSWER, "no echo");
      case REFUSED -> throw new LinkException(Cause.REFUSED, "refused");
      case STORES_ANOTHER -> {
        return store(register, value + 1);
      }
      case FOREIGN_ECHO -> {
        return store(register, value) + 1;
      }
      case OFFLINE -> offline = true;
    }
    connected();
    return value;
  }

  private void connected() throws LinkException {
    if (offline) {
      throw new LinkException(Cause.OFFLINE, "the inverter is offline");
    }
  }

  @Override
  public long connection() {
    return 1;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
