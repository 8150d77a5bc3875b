/**
 * What must survive a restart, in one SQLite file of the state folder.
 *
 * <p>Public: {@link StateFile} opens it, sets a broken one aside and brings an older one up to
 * date; {@link CounterMarks}, {@link TariffAccounts}, {@link RememberedRegisters}, {@link
 * RememberedPlants} and {@link Records} keep one kind of thing each. Nothing here ever stops
 * polling: what cannot be written is told once, and the bridge goes on without. Knows SQL and the
 * small interfaces of the rooms whose things it keeps; knows neither registers, published paths nor
 * why anything is kept.
 */
@NullMarked
package givbridge.state;

import org.jspecify.annotations.NullMarked;
