/**
 * Folders that published dispatches are delivered to and the queue before them, the folder the wire
 * comes in by, and the vocabulary of subjects.
 */
export const deliveries = {
  version: 70,
  sql: `
CREATE TABLE delivery_folder (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  -- A JSON list of export formats.
  formats TEXT NOT NULL,
  -- How files are named (domain/exchange/naming).
  pattern TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

-- What is yet to be delivered: a row goes when its file is in the folder.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  folder_id TEXT NOT NULL REFERENCES delivery_folder(id),
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  -- The dispatch up to this take goes out.
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  format TEXT NOT NULL,
  queued_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  -- Why the last attempt failed: code, reason and facts as JSON.
  error TEXT,
  UNIQUE (folder_id, dispatch_id, ordinal, format)
) STRICT;
CREATE INDEX delivery_due ON delivery(next_at);
CREATE INDEX delivery_by_dispatch ON delivery(dispatch_id);

-- One row at most: the folder whose new files come into the wire.
CREATE TABLE wire_in (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  path TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Files of watched folders that were read, with their size and time of change then.
CREATE TABLE wire_in_file (
  folder TEXT NOT NULL,
  path TEXT NOT NULL,
  mark TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (folder, path)
) STRICT, WITHOUT ROWID;

-- The IPTC Media Topics, as loaded from IPTC's own file.
CREATE TABLE topic (
  -- Eight digits.
  code TEXT PRIMARY KEY,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  -- Code of the broader topic; empty at the top.
  broader TEXT NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

-- One row at most: the release of the vocabulary that was loaded, the newest of its files.
CREATE TABLE topic_release (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  released TEXT NOT NULL,
  loaded_at INTEGER NOT NULL
) STRICT;
`,
} as const;
