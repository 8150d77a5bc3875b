/**
 * What the routes call: beans and processors, and the start of everything.
 *
 * <p>The only room that knows Camel and HTTP. It wires the other rooms together and decides
 * nothing. {@link Bridge} is the main class.
 */
@NullMarked
package givbridge.camel;

import org.jspecify.annotations.NullMarked;
