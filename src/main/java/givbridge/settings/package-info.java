/**
 * What the user may decide, from the environment and one file, checked as a whole before anything
 * starts.
 *
 * <p>Public: {@link SettingsLoader}, which gives {@link LoadedSettings} or every fault at once; the
 * {@link Settings} and their parts; {@link PortCheck}; {@link SettingTable} for pages made from it.
 * Knows the names of settings, and nothing of inverters, brokers or Camel.
 */
@NullMarked
package givbridge.settings;

import org.jspecify.annotations.NullMarked;
