package givbridge.simulator;

import givbridge.modbus.RequestKey;
import java.util.HashMap;
import java.util.Map;

/** Words that are read whatever the plant says. Not for use by several threads. */
final class Pins {

  private final Map<RequestKey, Integer> words = new HashMap<>();

  /** Pins the one register of this key. */
  void pin(RequestKey register, int word) {
    words.put(register, word);
  }

  void clear() {
    words.clear();
  }

  /** The words of a block with those that are pinned. */
  int[] over(RequestKey block, int[] words) {
    int[] shown = words.clone();
    for (int i = 0; i < shown.length; i++) {
      RequestKey register = new RequestKey(block.address(), block.function(), block.base() + i, 1);
      shown[i] = this.words.getOrDefault(register, shown[i]);
    }
    return shown;
  }
}
