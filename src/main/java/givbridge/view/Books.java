package givbridge.view;

import givbridge.tariff.Account;
import givbridge.tariff.Prices;
import givbridge.tariff.Rate;
import java.util.Optional;

/**
 * What the rates of a view are worked out from, beside the plant.
 *
 * @param account how the account stood after the view before; empty: it begins
 * @param prices the tariff
 * @param asked the rate that was asked for since
 */
public record Books(Optional<Account> account, Prices prices, Optional<Rate> asked) {}
