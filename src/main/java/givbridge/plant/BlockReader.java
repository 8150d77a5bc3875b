package givbridge.plant;

import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decodes the blocks of one plant as they arrive, so that little is left to do once the last one is
 * in.
 */
public final class BlockReader {
  private final PlantTables tables;
  private final Identity identity;
  private final Map<BlockKey, List<RegisterRow>> rows = new ConcurrentHashMap<>();

  public BlockReader(PlantTables tables, Identity identity) {
    this.tables = tables;
    this.identity = identity;
  }

  /**
   * Decodes a block.
   *
   * @param others words at the device's address, as in its other blocks, for rows that begin in one
   *     of them
   */
  public ReadBlock read(Device device, Block block, Words others) {
    int offset = device.seat().offset();
    Words words =
        (bank, register) ->
            block.key().spec().contains(bank, register + offset)
                ? block.word(bank, register + offset)
                : others.word(bank, register + offset);
    Map<String, Reading> readings = new HashMap<>();
    for (RegisterRow row : rows.computeIfAbsent(block.key(), key -> rowsOf(device, key.spec()))) {
      readings.put(row.name(), Decoder.decode(row, words, block.at()));
    }
    return new ReadBlock(device.seat(), block, readings);
  }

  private List<RegisterRow> rowsOf(Device device, BlockSpec spec) {
    int offset = device.seat().offset();
    RegisterMap map = tables.registers(device, identity);
    return map.rowsIn(spec.bank(), spec.base() - offset, spec.count()).stream()
        .filter(row -> spec.contains(row.bank(), last(row) + offset))
        .toList();
  }

  private static int last(RegisterRow row) {
    return row.addresses().get(row.addresses().size() - 1);
  }
}
