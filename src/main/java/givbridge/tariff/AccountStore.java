package givbridge.tariff;

import java.util.Optional;

/** Keeps accounts over restarts. */
public interface AccountStore {
  /** The account of an inverter; empty if it has none, or it cannot be read. */
  Optional<Account> load(String serial);

  /**
   * Keeps an account before it is shown. It never throws: where it cannot be kept, polling goes on.
   */
  void save(String serial, Account account);
}
