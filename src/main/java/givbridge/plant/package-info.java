/**
 * What stands behind one connection, and what is known of it now.
 *
 * <p>Public: {@link PlantTables} (models, traits, devices, poll plan), {@link Identity}, {@link
 * Topology} with its {@link Device}s, {@link PlantMemo} to keep one, {@link Block}s of words with
 * their {@link Readings}, and the immutable {@link Snapshot} that all consumers of one poll share.
 * Pure; knows no network, no published path, no framework and no model by name.
 */
@NullMarked
package givbridge.plant;

import org.jspecify.annotations.NullMarked;
