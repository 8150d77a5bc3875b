-- What energy cost; decimals are text, so that they stay exact, and wall is the inverter's own time.
CREATE TABLE tariff_account (
  serial TEXT NOT NULL PRIMARY KEY,
  rate TEXT NOT NULL,
  day_energy TEXT NOT NULL,
  day_start TEXT NOT NULL,
  day_before TEXT NOT NULL,
  night_energy TEXT NOT NULL,
  night_start TEXT NOT NULL,
  night_before TEXT NOT NULL,
  mean_price TEXT NOT NULL,
  battery_value TEXT NOT NULL,
  battery_price TEXT NOT NULL,
  battery_slot INTEGER NOT NULL,
  battery_stored TEXT NOT NULL,
  battery_charged TEXT NOT NULL,
  wall TEXT NOT NULL,
  imported TEXT NOT NULL
) WITHOUT ROWID;
