package givbridge.camel;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * The log: one line an event on one stream, without files. Other people's chatter begins at
 * warnings.
 */
final class Logs {
  private static final List<String> CHATTY =
      List.of("org.apache.camel", "org.eclipse.paho", "io.netty", "io.vertx");

  /** Java's log manager forgets loggers that nobody holds, and their levels with them. */
  private final List<Logger> quiet = CHATTY.stream().map(Logger::getLogger).toList();

  /** The broker of the demo warns at each topic that it has no place for dead letters. */
  private final Logger broker = Logger.getLogger("org.apache.activemq");

  private final Logger root = Logger.getLogger("");

  /**
   * Sends everything to the stream from now on.
   *
   * @param level least level that is logged, a name of java.util.logging
   * @param clock gives the zone of times
   */
  void direct(PrintStream stream, String level, Clock clock) {
    for (Handler old : root.getHandlers()) {
      root.removeHandler(old);
    }
    Handler handler = new Flushing(stream, new LogLine(clock.getZone()));
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    Level least = Level.parse(level);
    root.setLevel(least);
    Level chatter = least.intValue() > Level.WARNING.intValue() ? least : Level.WARNING;
    quiet.forEach(logger -> logger.setLevel(chatter));
    broker.setLevel(Level.SEVERE);
  }

  /** Writes each line out at once: a container's log must show what happened before a crash. */
  private static final class Flushing extends StreamHandler {
    Flushing(PrintStream stream, LogLine line) {
      super(stream, line);
    }

    @Override
    public synchronized void publish(LogRecord event) {
      super.publish(event);
      flush();
    }
  }
}
