package givbridge.camel;

import givbridge.settings.LoadedSettings;
import givbridge.settings.ProcessSettings;
import givbridge.settings.SettingsLoader;
import givbridge.tables.FaultsException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts GivBridge in the working directory; ends with status 1 when something is wrong. */
public final class Bridge {
  /** Made late, while the tables are read. */
  private static final class Held {
    /** Held, since Java's log manager forgets levels of loggers that nobody holds. */
    static final Logs LOGS = new Logs();
  }

  private Bridge() {}

  public static void main(String[] args) {
    System.exit(run(System.getenv(), Path.of(""), System.out, System.err));
  }

  /**
   * Runs until the process is told to end, or something is wrong.
   *
   * @param folder holds the settings file and the folder of routes
   * @param out takes the log
   * @param err takes what keeps the program from starting, in one line each
   * @return status of the process
   */
  static int run(Map<String, String> environment, Path folder, PrintStream out, PrintStream err) {
    try {
      PendingKnowledge tables = PendingKnowledge.begin();
      LoadedSettings loaded = SettingsLoader.load(environment, folder);
      ProcessSettings process = loaded.settings().process();
      Clock clock = Clock.system(process.zone());
      Held.LOGS.direct(out, process.logLevel(), clock);
      try (Application application = Application.assemble(loaded, folder, clock, tables)) {
        return application.run();
      }
    } catch (FaultsException e) {
      e.faults().forEach(fault -> err.println("GivBridge cannot start: " + fault));
      return 1;
    } catch (Exception e) {
      err.println("GivBridge cannot start: " + StartFailure.inWords(e));
      Logger log = LoggerFactory.getLogger(Bridge.class);
      log.debug("The failure in full", e);
      return 1;
    }
  }
}
