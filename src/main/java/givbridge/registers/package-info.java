/**
 * What the registers are called, and what their words mean.
 *
 * <p>Public: {@link RegisterMaps} and {@link RegisterMap} (the tables), {@link RegisterRow}, {@link
 * Fields} (their names), {@link Decoder} (words to values), {@link Encoder} (values to words),
 * {@link Value}, {@link Reading}. Pure; knows no network, no device and no framework.
 */
@NullMarked
package givbridge.registers;

import org.jspecify.annotations.NullMarked;
