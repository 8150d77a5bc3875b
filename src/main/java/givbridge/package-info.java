/**
 * GivBridge: one room a package.
 *
 * <p>The way of a value and of a command through the rooms stands in {@code
 * src/docs/architecture.md}.
 */
@NullMarked
package givbridge;

import org.jspecify.annotations.NullMarked;
