package givbridge.simulator;

import java.util.List;

/**
 * A plant to be simulated.
 *
 * @param name what it is called
 * @param dongleSerial serial of its data adapter, ten characters
 * @param manners what it does with requests that are none of its own
 * @param equipment what it is built of
 * @param switchboard who answers where
 * @param layout which register is what
 */
record Profile(
    String name,
    String dongleSerial,
    Manners manners,
    Equipment equipment,
    Switchboard switchboard,
    Layout layout) {

  /**
   * How it answers.
   *
   * @param refuses whether a block that it does not have is answered with an error, not silence
   * @param ownSerials whether stacks and modules answer under their own serials
   * @param shortEcho whether the echo of a write carries two letters of the serial only
   */
  record Manners(boolean refuses, boolean ownSerials, boolean shortEcho) {}

  List<Unit> units() {
    return switchboard.units();
  }
}
