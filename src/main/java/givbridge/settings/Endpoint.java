package givbridge.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server is reached.
 *
 * @param host name or address; an IPv6 address stands in brackets
 * @param port 1..65535
 */
public record Endpoint(String host, int port) {
  private static final Pattern HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+]|[\\w.-]+");
  private static final Pattern WRITTEN = Pattern.compile("(" + HOST + ")(?::(\\d{1,5}))?");

  static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  /** Reads host or host:port; empty if the text is neither. */
  static Optional<Endpoint> parse(String text, int usualPort) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    String port = written.group(2);
    Endpoint endpoint =
        new Endpoint(written.group(1), port == null ? usualPort : Integer.parseInt(port));
    return endpoint.port >= 1 && endpoint.port <= 65535 ? Optional.of(endpoint) : Optional.empty();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
