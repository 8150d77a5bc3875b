/**
 * What imported energy costs, and what the energy in the battery is worth.
 *
 * <p>Public: {@link Tariff} takes an {@link Account} one reading further; {@link Prices} are what
 * the user set; {@link AccountStore} keeps accounts over restarts. Pure but for that interface, and
 * exact in decimals. Knows neither registers, published paths, models nor any framework.
 */
@NullMarked
package givbridge.tariff;

import org.jspecify.annotations.NullMarked;
