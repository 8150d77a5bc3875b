package givbridge.camel;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** One event as one line: time with offset, level, last part of the logger's name, message. */
final class LogLine extends Formatter {
  private final DateTimeFormatter time;

  LogLine(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxxx").withZone(zone);
  }

  @Override
  public String format(LogRecord event) {
    StringBuilder line = new StringBuilder(160);
    time.formatTo(event.getInstant(), line);
    line.append(' ').append(word(event.getLevel())).append(' ');
    line.append(shortName(event.getLoggerName())).append(": ").append(formatMessage(event));
    line.append(System.lineSeparator());
    if (event.getThrown() != null) {
      StringWriter trace = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(trace));
      line.append(trace);
    }
    return line.toString();
  }

  private static String word(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN ";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO " : "DEBUG";
  }

  private static String shortName(String logger) {
    return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
  }
}
