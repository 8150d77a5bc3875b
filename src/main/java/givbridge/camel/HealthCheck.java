package givbridge.camel;

import givbridge.settings.HttpSettings;
import givbridge.settings.SettingsLoader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks a running program whether it lives, for a container's health check: a container image of a
 * Java runtime has no other HTTP client.
 */
public final class HealthCheck {
  private static final String PATH = "/health/live";
  private static final int OK = 200;

  private HealthCheck() {}

  /** Ends with 0 if the program lives, with 1 if not. */
  public static void main(String[] arguments) {
    HttpSettings http = SettingsLoader.load(System.getenv(), Path.of("")).settings().http();
    System.exit(lives(http, Duration.ofSeconds(4)) ? 0 : 1);
  }

  static boolean lives(HttpSettings http, Duration patience) {
    String host = http.host().equals("0.0.0.0") ? "127.0.0.1" : http.host();
    try {
      HttpURLConnection call =
          (HttpURLConnection)
              URI.create("http://" + host + ":" + http.webPort() + PATH).toURL().openConnection();
      call.setConnectTimeout((int) patience.toMillis());
      call.setReadTimeout((int) patience.toMillis());
      return call.getResponseCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }
}
