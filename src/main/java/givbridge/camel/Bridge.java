package givbridge.camel;

import givbridge.settings.LoadedSettings;
import givbridge.settings.ProcessSettings;
import givbridge.settings.SettingsLoader;
import givbridge.tables.FaultsException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts GivBridge in the working directory; ends with status 1 when something is wrong. */
public final class Bridge {
  /** Held, since Java's log manager forgets levels of loggers that nobody holds. */
  private static final Logs LOGS = new Logs();

  private Bridge() {}

  public static void main(String[] args) {
    System.exit(run());
  }

  private static int run() {
    try {
      LoadedSettings loaded = SettingsLoader.load(System.getenv(), Path.of(""));
      ProcessSettings process = loaded.settings().process();
      Clock clock = Clock.system(process.zone());
      LOGS.direct(System.out, process.logLevel(), clock);
      try (Application application = Application.assemble(loaded, Path.of(""), clock)) {
        return application.run();
      }
    } catch (FaultsException e) {
      e.faults().forEach(fault -> System.err.println("GivBridge cannot start: " + fault));
      return 1;
    } catch (Exception e) {
      System.err.println("GivBridge cannot start: " + StartFailure.inWords(e));
      Logger log = LoggerFactory.getLogger(Bridge.class);
      log.debug("The failure in full", e);
      return 1;
    }
  }
}
