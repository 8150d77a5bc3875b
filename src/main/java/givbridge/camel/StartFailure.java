package givbridge.camel;

import java.util.ArrayList;
import java.util.List;

/** Says in one line why Camel did not start: the innermost reasons, which name file and step. */
final class StartFailure {
  private static final int REASONS = 2;

  private StartFailure() {}

  static String inWords(Throwable failure) {
    List<String> reasons = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !message.isBlank() && !reasons.contains(message)) {
        reasons.add(message);
      }
    }
    int from = Math.max(0, reasons.size() - REASONS);
    return reasons.isEmpty()
        ? failure.getClass().getSimpleName()
        : String.join(": ", reasons.subList(from, reasons.size()));
  }
}
