package givbridge.settings;

import givbridge.tables.Origin;

/**
 * A value as it was given.
 *
 * @param name name of the setting
 * @param value what was given for it; may be a secret
 * @param origin where: a file and line, or the environment
 */
record Assignment(String name, String value, Origin origin) {
  @Override
  public String toString() {
    return name + " (" + origin + ")";
  }
}
