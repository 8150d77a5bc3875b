package givbridge.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockReader;
import givbridge.plant.Device;
import givbridge.plant.Identity;
import givbridge.plant.PlanRow;
import givbridge.plant.PlantTables;
import givbridge.plant.ReadBlock;
import givbridge.plant.Seat;
import givbridge.registers.Bank;
import givbridge.registers.Words;
import givbridge.testing.OwnRecordings;
import givbridge.testing.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every block of the recordings, in its order: the guard must lose nothing but the three pages of
 * one recording that are garbage indeed (a capacity of ten packs, sensors of 0 degrees, another
 * firmware for a moment). Longer recordings are looked for in the folder that the system property
 * {@code givbridge.captures} names; without it those are skipped.
 */
class CaptureReplayTest {

  private final BlockGuard guard = new BlockGuard(PollFixture.TABLES.guards());

  @OwnRecordings
  void ofTheProjectsOwnRecordingsNothingIsRefused(String file, String code, int arm)
      throws IOException {
    assertThat(refusals(Recording.OWN.resolve(file), code, arm)).isEmpty();
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
  void ofLongRecordingsNothingButGarbageIsRefused(String file, String code, int arm, int garbage)
      throws IOException {
    assumeTrue(Files.isDirectory(Recording.ALL), "no folder of recordings at " + Recording.ALL);
    assertThat(refusals(Recording.ALL.resolve(file), code, arm)).hasSize(garbage);
  }

  private List<String> refusals(Path file, String code, int arm) throws IOException {
    Identity identity =
        PollFixture.TABLES.plants().models().identify("AA0000A000", code, arm, Optional.empty());
    BlockReader reader = new BlockReader(PollFixture.TABLES.plants(), identity);
    Map<BlockKey, ReadBlock> good = new HashMap<>();
    List<String> refused = new ArrayList<>();
    for (Block block : Recording.blocks(file)) {
      device(identity, block)
          .filter(device -> !guard.isVoid(device, block) || isPartOf(identity, device, block))
          .ifPresent(
              device -> {
                ReadBlock read = reader.read(device, block, (bank, at) -> Words.UNKNOWN);
                Verdict verdict =
                    readTwice(device, read, Optional.ofNullable(good.get(block.key())));
                if (verdict instanceof Verdict.Refused no) {
                  refused.add(block.key() + ": " + no.detail());
                } else {
                  good.put(block.key(), read);
                }
              });
    }
    assertThat(good).hasSizeGreaterThan(2);
    return refused;
  }

  /** What is unlikely says the same again. */
  private Verdict readTwice(Device device, ReadBlock read, Optional<ReadBlock> good) {
    Verdict verdict = guard.judge(device, read, good, Optional.empty());
    return verdict instanceof Verdict.Refused refused && refused.reason() == Verdict.Reason.UNLIKELY
        ? guard.judge(device, read, good, verdict.remember())
        : verdict;
  }

  /** Some hold banks of other families, all zero. */
  private static boolean isPartOf(Identity identity, Device device, Block block) {
    return PollFixture.TABLES
        .plants()
        .planFor(identity)
        .filter(row -> row.keep() == PlanRow.Keep.ALWAYS)
        .anyMatch(row -> device.block(row.spec()).equals(block.key()));
  }

  /** Older units answer for the inverter at other addresses as well; empty places are no device. */
  private static Optional<Device> device(Identity identity, Block block) {
    BlockKey key = block.key();
    boolean page = key.spec().bank() == Bank.IR && key.spec().base() == 60;
    if (key.address() == 0x30 || (key.address() == 0x31 && page)) {
      return Optional.empty();
    }
    PlantTables tables = PollFixture.TABLES.plants();
    if (key.address() == 0x11 || (!page && key.address() < 0x50)) {
      return Optional.of(Identification.inverter(tables, identity, key.address()));
    }
    return tables.kinds().stream()
        .filter(kind -> Detection.isLookedFor(kind, identity))
        .filter(kind -> kind.addresses().contains(key.address()))
        .filter(kind -> kind.page().equals(Optional.of(key.spec())))
        .map(kind -> Target.device(kind, new Seat(key.address(), 0, 1), Optional.empty()))
        .flatMap(place -> Identification.device(tables, identity, place, block).stream())
        .findFirst();
  }
}
