/**
 * Reads the tables in which all knowledge stands, and collects what is wrong with them.
 *
 * <p>Public: {@link Table}, {@link TableSource}, {@link Row}, {@link Origin}, {@link Faults},
 * {@link FaultsException}, {@link Condition}. Knows no table by name and nothing of the field.
 */
@NullMarked
package givbridge.tables;

import org.jspecify.annotations.NullMarked;
