package givbridge.modbus;

import java.time.Duration;

/** Opens connections to one dongle. All calls, also those back, are made on the lane's thread. */
@FunctionalInterface
interface Dialer {

  /** Begins to open a connection; the listener hears how it goes. */
  void dial(Listener listener);

  /** An open connection. */
  interface Wire {

    /** How long the other side had accepted it already when it was opened. */
    default Duration age() {
      return Duration.ZERO;
    }

    /** Sends a whole frame. */
    void send(byte[] frame);

    /** Closes the connection; the listener hears of it. */
    void close();
  }

  /** Hears of one connection: it opens, frames arrive and it closes; or it fails. */
  interface Listener {

    /** The connection is open. */
    void opened(Wire wire);

    /** No connection came about; the reason is in words. */
    void failed(String reason);

    /** A frame arrived. */
    void arrived(Frame frame);

    /** The open connection ended; the reason is in words. */
    void closed(String reason);
  }
}
