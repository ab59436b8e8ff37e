/** What left the archive: which takes, how, where to and when. Kill tracing looks there too. */
export const exported = {
  version: 35,
  sql: `
CREATE TABLE export (
  id INTEGER PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  -- The takes that were published then, 1 to this one, went out.
  last_ordinal INTEGER NOT NULL CHECK (last_ordinal > 0),
  way TEXT NOT NULL CHECK (way IN ('file', 'clipboard', 'print', 'delivery')),
  format TEXT NOT NULL,
  -- The file's path; empty where there is none.
  destination TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX export_by_dispatch ON export(dispatch_id, at);
`,
} as const;
