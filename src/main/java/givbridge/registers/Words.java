package givbridge.registers;

/** Who knows register words: an image of a device, or a test. */
@FunctionalInterface
public interface Words {
  /** Stands for a word that is not known. */
  int UNKNOWN = -1;

  /** The word at an address, 0..65535, or {@link #UNKNOWN}. */
  int word(Bank bank, int address);
}
