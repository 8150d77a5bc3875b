package givbridge.plant;

import givbridge.registers.Decoder;
import givbridge.registers.Reading;
import givbridge.registers.RegisterMap;
import givbridge.registers.RegisterRow;
import givbridge.registers.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decodes the blocks of one plant as they arrive, so that little is left to do once the last one is
 * in.
 */
public final class BlockReader {
  private final PlantTables tables;
  private final Identity identity;
  private final Map<BlockKey, Layout> layouts = new ConcurrentHashMap<>();

  /**
   * What a block consists of.
   *
   * @param rows one for each name; of rows with one name the last
   * @param spans where each row's words lie
   */
  private record Layout(List<RegisterRow> rows, BlockFields fields, Spans spans) {}

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
    return read(device, block, others, Optional.empty());
  }

  /**
   * As {@link #read(Device, Block, Words)}. Most words are what they were: what they say need not
   * be worked out again.
   *
   * @param before an earlier block of the same key
   */
  public ReadBlock read(Device device, Block block, Words others, Optional<ReadBlock> before) {
    int offset = device.seat().offset();
    Words words =
        (bank, register) ->
            block.key().spec().contains(bank, register + offset)
                ? block.word(bank, register + offset)
                : others.word(bank, register + offset);
    Layout layout = layout(device, block.key());
    Reading[] readings = new Reading[layout.rows().size()];
    ReadBlock known = before.filter(it -> it.readings().names() == layout.fields()).orElse(null);
    for (int i = 0; i < readings.length; i++) {
      readings[i] =
          known != null && layout.spans().areSame(i, known.block(), block)
              ? known.readings().at(i).again(block.at())
              : Decoder.decode(layout.rows().get(i), words, block.at());
    }
    return new ReadBlock(device.seat(), block, new Readings(layout.fields(), readings));
  }

  private Layout layout(Device device, BlockKey key) {
    Layout known = layouts.get(key);
    if (known != null) {
      return known;
    }
    Layout made = layoutOf(device, key.spec());
    layouts.put(key, made);
    return made;
  }

  private Layout layoutOf(Device device, BlockSpec spec) {
    int offset = device.seat().offset();
    RegisterMap map = tables.registers(device, identity);
    SortedMap<Integer, RegisterRow> rows = new TreeMap<>();
    for (RegisterRow row : map.rowsIn(spec.bank(), spec.base() - offset, spec.count())) {
      if (spec.contains(row.bank(), last(row) + offset)) {
        rows.put(map.fields().number(row.name()), row);
      }
    }
    int[] numbers = rows.keySet().stream().mapToInt(Integer::intValue).toArray();
    List<RegisterRow> inOrder = List.copyOf(rows.values());
    return new Layout(
        inOrder, new BlockFields(map.fields(), numbers), Spans.of(inOrder, spec, offset));
  }

  private static int last(RegisterRow row) {
    return row.addresses().get(row.addresses().size() - 1);
  }
}
