package givbridge.simulator;

import java.util.List;
import java.util.Set;

/**
 * A plant to be simulated.
 *
 * @param name what it is called
 * @param dongleSerial serial of its data adapter, ten characters
 * @param facades further device addresses that show the inverter
 * @param refuses whether a block that it does not have is answered with an error, not silence
 * @param equipment what it is built of
 * @param packs its battery packs
 * @param layout which register is what
 */
record Profile(
    String name,
    String dongleSerial,
    Set<Integer> facades,
    boolean refuses,
    Equipment equipment,
    List<Pack> packs,
    Layout layout) {

  Profile {
    facades = Set.copyOf(facades);
    packs = List.copyOf(packs);
  }
}
