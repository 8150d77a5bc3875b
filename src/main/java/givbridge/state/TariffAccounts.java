package givbridge.state;

import givbridge.tariff.Account;
import givbridge.tariff.AccountStore;
import givbridge.tariff.Battery;
import givbridge.tariff.Period;
import givbridge.tariff.Rate;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The accounts of what energy cost, one row an inverter. */
public final class TariffAccounts implements AccountStore {
  private static final List<String> COLUMNS =
      List.of(
          "rate",
          "day_energy",
          "day_start",
          "day_before",
          "night_energy",
          "night_start",
          "night_before",
          "mean_price",
          "battery_value",
          "battery_price",
          "battery_slot",
          "battery_stored",
          "battery_charged",
          "wall",
          "imported");
  private static final String LOAD =
      "SELECT " + String.join(", ", COLUMNS) + " FROM tariff_account WHERE serial = ?";
  private static final String SAVE =
      "INSERT OR REPLACE INTO tariff_account (serial, "
          + String.join(", ", COLUMNS)
          + ") VALUES (?"
          + ", ?".repeat(COLUMNS.size())
          + ")";

  private final StateFile file;

  /** Accounts in that file. */
  public TariffAccounts(StateFile file) {
    this.file = file;
  }

  @Override
  public Optional<Account> load(String serial) {
    return file.read(connection -> load(connection, serial), Optional.<Account>empty());
  }

  private static Optional<Account> load(Connection connection, String serial) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOAD)) {
      query.setString(1, serial);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(account(row)) : Optional.empty();
      }
    }
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        Rate.valueOf(row.getString("rate")),
        period(row, "day"),
        period(row, "night"),
        decimal(row, "mean_price"),
        new Battery(
            decimal(row, "battery_value"),
            decimal(row, "battery_price"),
            row.getLong("battery_slot"),
            decimal(row, "battery_stored"),
            decimal(row, "battery_charged")),
        LocalDateTime.parse(row.getString("wall")),
        decimal(row, "imported"));
  }

  private static Period period(ResultSet row, String name) throws SQLException {
    return new Period(
        decimal(row, name + "_energy"),
        decimal(row, name + "_start"),
        decimal(row, name + "_before"));
  }

  private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return new BigDecimal(row.getString(column));
  }

  @Override
  public void save(String serial, Account account) {
    file.write(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            int column = 1;
            insert.setString(column++, serial);
            for (Object value : values(account)) {
              insert.setString(column++, value.toString());
            }
            insert.executeUpdate();
          }
        });
  }

  /** In the order of the columns. */
  private static List<Object> values(Account account) {
    Battery battery = account.battery();
    return List.of(
        account.rate(),
        account.day().energy(),
        account.day().start(),
        account.day().before(),
        account.night().energy(),
        account.night().start(),
        account.night().before(),
        account.perKwhToday(),
        battery.value(),
        battery.perKwh(),
        battery.slot(),
        battery.stored(),
        battery.charged(),
        account.wall(),
        account.imported());
  }
}
