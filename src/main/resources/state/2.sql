-- Texts of any kind, each with the version of its form.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  form INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
