package givbridge.camel;

/** A client asked for data of an inverter that was not read yet. */
final class NothingReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NothingReadException(String message) {
    super(message);
  }
}
