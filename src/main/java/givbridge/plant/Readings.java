package givbridge.plant;

import givbridge.registers.Fields;
import givbridge.registers.Reading;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a block by field name. Never changes. A block has the same fields at each poll,
 * so that it shares their names with the one before it, and keeps an array of values alone.
 */
public final class Readings extends AbstractMap<String, Reading> {
  private final BlockFields names;
  private final Reading[] values;

  /**
   * Readings.
   *
   * @param values one for each name; it is not copied, and must not change any more
   */
  Readings(BlockFields names, Reading[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public @Nullable Reading get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  private int place(@Nullable Object name) {
    return name instanceof String text ? names.place(text) : -1;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Reading> action) {
    for (int place = 0; place < values.length; place++) {
      action.accept(names.name(place), values[place]);
    }
  }

  /** The name at a place, from 0. */
  public String name(int place) {
    return names.name(place);
  }

  /** The reading at a place, from 0. */
  public Reading at(int place) {
    return values[place];
  }

  /**
   * The reading of the field that another block has at a place; quick for blocks of the same key.
   *
   * @return null if this block has no such field
   */
  public @Nullable Reading likeAt(Readings other, int place) {
    return names == other.names ? values[place] : get(other.name(place));
  }

  BlockFields names() {
    return names;
  }

  Fields fields() {
    return names.all();
  }

  /** The number of the field at a place, among those of the register map. */
  int number(int place) {
    return names.number(place);
  }

  @Override
  public Set<Map.Entry<String, Reading>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public Iterator<Map.Entry<String, Reading>> iterator() {
        return IntStream.range(0, values.length)
            .<Map.Entry<String, Reading>>mapToObj(place -> Map.entry(name(place), at(place)))
            .iterator();
      }
    };
  }
}
