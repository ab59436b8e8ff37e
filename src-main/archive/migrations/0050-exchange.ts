/**
 * What other programs call the dispatches that came from them, subjects, and files that hold several
 * dispatches.
 */
export const exchange = {
  version: 50,
  sql: `
-- The name a source gives an item through all its versions, and the newest version that came in.
CREATE TABLE exchange_source (
  guid TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  version INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_source_by_dispatch ON exchange_source(dispatch_id);

CREATE TABLE dispatch_subject (
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  position INTEGER NOT NULL,
  -- Eight digits of the IPTC Media Topics; empty for a subject that only has a name.
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (dispatch_id, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE import RENAME TO import_10;
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES original(sha256),
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  content_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  repairs TEXT NOT NULL,
  format TEXT NOT NULL,
  UNIQUE (sha256, dispatch_id)
) STRICT;
INSERT INTO import (id, sha256, dispatch_id, content_hash, name, imported_at, repairs, format)
  SELECT id, sha256, dispatch_id, content_hash, name, imported_at, repairs, 'wire' FROM import_10;
DROP TABLE import_10;
CREATE INDEX import_by_dispatch ON import(dispatch_id);
CREATE INDEX import_by_content ON import(content_hash);
`,
} as const;
