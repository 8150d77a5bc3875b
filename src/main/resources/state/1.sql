-- Decimals are text, so that they stay exact; times are milliseconds since 1970, days are days since 1970.
CREATE TABLE counter_mark (
  serial TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  day INTEGER,
  resets INTEGER NOT NULL,
  PRIMARY KEY (serial, path)
) WITHOUT ROWID;
CREATE TABLE remembered_register (
  serial TEXT NOT NULL,
  register TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (serial, register)
) WITHOUT ROWID;
