package givbridge.tables;

import java.util.List;

/** The start ends here: each fault with its place, in words. */
public final class FaultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public FaultsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence a fault, each with its file and line where it has one. */
  public List<String> faults() {
    return faults;
  }
}
