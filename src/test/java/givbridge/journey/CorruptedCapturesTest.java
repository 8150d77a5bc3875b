package givbridge.journey;

import givbridge.link.LinkException;
import givbridge.link.PlantLink.Purpose;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.PlantState;
import givbridge.plant.Snapshot;
import givbridge.plant.Topology;
import givbridge.poll.InverterPoller;
import givbridge.poll.PollListener;
import givbridge.poll.PollSettings;
import givbridge.poll.PollTables;
import givbridge.registers.Bank;
import givbridge.testing.FakePlant;
import givbridge.testing.MutableClock;
import givbridge.testing.Recording;
import givbridge.testing.ShippedTables;
import givbridge.view.Leaf;
import givbridge.view.Tree;
import givbridge.view.TreeTable;
import givbridge.view.View;
import givbridge.view.ViewContext;
import givbridge.view.Wishes;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorruptedCapturesTest {
  static final PollTables TABLES = ShippedTables.polls();
  static final TreeTable ROWS = Bridge.rows(TABLES);

  @ParameterizedTest
  @CsvSource({
    "hybrid_gen2_arm920_60s.log, 2003, 920",
    "hybrid_gen1_arm449_head.log, 2001, 449",
    "hybrid_gen1_arm449_oddities_excerpt.log, 2001, 449",
    "ac_arm282_head.log, 3001, 282",
    "aio_arm612_5min.log, 8001, 612",
    "ems_arm1036_60s.log, 5001, 1036",
    "givhy80g3hv_hass295_120s.log, 8102, 0",
    "gateway_gaaa0014_excerpt.log, 7001, 14",
    "giv3hy11_da011_detect_excerpt.log, 4004, 0"
  })
  void own(String file, String code, int arm) throws Exception {
    run(Recording.OWN.resolve(file), code, arm);
  }
  @ParameterizedTest
  @CsvSource({
    "hybrid_2_bat_a/hybrid_gen1_arm449_givbat82_givbat95gen3_10min.log, 2001, 449, 3",
    "ems_2_inv_3_bat_a/ac_arm282_1x_givbat512gen3_30min.log, 3001, 282, 0",
    "ems_2_inv_3_bat_a/ems_arm1036_30min.log, 5001, 1036, 0",
    "gateway_2aio_a/gateway_gaaa0014_10min_night.log, 7001, 14, 0",
    "three_phase_hv_a/giv3hy11_da011_detect_10min.log, 4004, 0, 0",
    "three_phase_hv_a/giv3hy11_hass174_180s.txt, 4004, 0, 0"
  })
  void all(String file, String code, int arm, int x) throws Exception {
    run(Recording.ALL.resolve(file), code, arm);
  }

  MutableClock clock = new MutableClock(Instant.parse("2026-05-28T12:00:00Z"));
  PlantState state = new PlantState();
  Optional<View> shown = Optional.empty();
  Tree tree;
  Topology drawn;
  InverterPoller poller;
  FakePlant plant;

  View poll() throws LinkException {
    clock.advance(Duration.ofSeconds(30));
    poller.poll(true);
    while (poller.hasMore()) poller.explore();
    Snapshot s = state.snapshot().orElseThrow();
    if (!s.topology().equals(drawn)) {
      drawn = s.topology();
      tree = Tree.forTopology(ROWS, TABLES.plants(), drawn, Wishes.NONE);
    }
    View v = tree.view(s, shown, new ViewContext(clock.instant(), ZoneId.of("Europe/London"), Duration.ofSeconds(30), ViewContext.Activity.NONE, "test"));
    shown = Optional.of(v);
    return v;
  }

  static Map<String,String> leaves(View v) {
    Map<String,String> m = new HashMap<>();
    for (Leaf l : v.leaves()) m.put(l.path(), l.reading().value().toString());
    return m;
  }

  void run(Path file, String code, int arm) throws Exception {
    long t0 = System.nanoTime();
    var banks = Recording.banks(file);
    boolean hr0 = banks.values().stream().anyMatch(b -> b.getOrDefault(Bank.HR, Map.of()).containsKey(0));
    plant = FakePlant.of(banks, clock);
    if (!hr0) {
      for (int r = 0; r < 60; r++) plant.set(0x11, Bank.HR, r, r >= 13 && r < 18 ? '0' * 256 + 'A' : r == 0 ? Integer.parseInt(code, 16) : r == 21 ? arm : 0);
    }
    poller = new InverterPoller(TABLES, plant, state, new PollSettings(Duration.ofSeconds(30), Duration.ofSeconds(120)), clock, new PollListener() {});
    View v = null;
    for (int i = 0; i < 5; i++) { v = poll(); System.out.println(file.getFileName()+" "+i+" leaves "+v.leaves().size()+" refused "+v.refused().size()+" fail "+v.snapshot().report().failures().size()); }
    Map<String,String> a = leaves(v), b = leaves(poll());
    Set<String> moving = new TreeSet<>();
    for (String k : a.keySet()) if (!a.get(k).equals(b.get(k))) moving.add(k);
    System.out.println("moving " + moving);
    plant.asked();
    poll();
    List<BlockKey> keys = new ArrayList<>(new LinkedHashSet<>(plant.asked()));
    keys.removeIf(k -> state.snapshot().orElseThrow().block(k).isEmpty());
    Map<BlockKey,int[]> words = new LinkedHashMap<>();
    for (BlockKey k : keys) {
      Block bl = plant.read(k, Purpose.POLL); int[] w = new int[k.spec().count()];
      for (int i = 0; i < w.length; i++) w[i] = bl.word(k.spec().bank(), k.spec().base()+i);
      words.put(k, w);
    }
    Random chance = new Random(8899);
    int n = 0; Map<String,Integer> wrong = new TreeMap<>(); Map<String,String> ex = new HashMap<>();
    for (BlockKey k : keys) {
      List<Corruption.Other> others = new ArrayList<>();
      for (BlockKey o : keys) if (!o.equals(k)) others.add(new Corruption.Other(o.toString(), words.get(o)));
      Collections.shuffle(others, chance);
      List<Corruption> cs = Corruption.of(words.get(k), others.subList(0, Math.min(Integer.getInteger("others", 2), others.size())), chance);
      for (Corruption.Other o : others) cs.add(new Corruption("swap "+o.name(), Arrays.copyOf(o.words(), words.get(k).length)));
      for (Corruption c : cs) {
        if (Arrays.equals(c.words(), words.get(k))) continue;
        n++;
        plant.corruptOnce(k, w -> c.words());
        View bad = null;
        try { bad = poll(); } catch (LinkException e) { System.out.println("EXC " + k + c.name() + e); }
        if (bad != null) for (var e : leaves(bad).entrySet())
          if (!moving.contains(e.getKey()) && !e.getValue().equals(b.get(e.getKey()))) {
            String g = k + " " + e.getKey().replaceAll("\\d+", "#");
            wrong.merge(g, 1, Integer::sum);
            ex.putIfAbsent(g, c.name() + ": " + b.get(e.getKey()) + " -> " + e.getValue());
          }
        Map<String,String> after = leaves(poll());
        for (var e : b.entrySet()) if (!moving.contains(e.getKey()) && !e.getValue().equals(after.get(e.getKey()))) {
          wrong.merge("AFTER " + k + " " + e.getKey(), 1, Integer::sum);
          ex.putIfAbsent("AFTER " + k + " " + e.getKey(), c.name() + ": " + e.getValue() + " -> " + after.get(e.getKey())); }
      }
    }
    System.out.println(file.getFileName() + " n=" + n + " blocks=" + keys.size() + " ms " + (System.nanoTime()-t0)/1000000);
    wrong.forEach((g, c) -> System.out.println("  WRONG " + c + " " + g + "  " + ex.get(g)));
  }
}
