package givbridge.cleaning;

import java.util.Map;

/** Keeps the marks of counters over restarts. */
public interface MarkStore {
  /** The marks of an inverter by path; none if it was never seen, or they cannot be read. */
  Map<String, Mark> load(String serial);

  /**
   * Keeps marks before their values are shown. It never throws: where they cannot be kept, polling
   * goes on, and later calls try again.
   *
   * @param changed those that changed, by path; none: only what could not be kept before is due
   */
  void save(String serial, Map<String, Mark> changed);
}
