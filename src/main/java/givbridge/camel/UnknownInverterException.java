package givbridge.camel;

/** A client asked for an inverter that there is not. */
final class UnknownInverterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownInverterException(String message) {
    super(message);
  }
}
