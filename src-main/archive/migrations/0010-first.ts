/** The first schema. See docs/data-model.md for what each table holds and why. */
export const first = {
  version: 10,
  sql: `
CREATE TABLE archive (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;

CREATE TABLE dispatch (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 8),
  desk TEXT NOT NULL,
  agency TEXT NOT NULL,
  place TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  embargo_until INTEGER
) STRICT;

-- What the wire shows of a dispatch, derived from its takes, draft and notes in the same transaction.
CREATE TABLE wire_row (
  dispatch_id TEXT PRIMARY KEY REFERENCES dispatch(id),
  headline TEXT NOT NULL,
  at INTEGER NOT NULL,
  at_is TEXT NOT NULL CHECK (at_is IN ('stamp', 'saved', 'entered')),
  takes INTEGER NOT NULL,
  photos INTEGER NOT NULL,
  has_draft INTEGER NOT NULL,
  open_notes INTEGER NOT NULL,
  open_queries INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  killed INTEGER NOT NULL
) STRICT;
CREATE INDEX wire_by_time ON wire_row(at DESC, dispatch_id DESC);
CREATE INDEX wire_drafts ON wire_row(at DESC, dispatch_id DESC) WHERE has_draft = 1;
CREATE INDEX wire_queries ON wire_row(at DESC, dispatch_id DESC) WHERE open_queries > 0;

CREATE TABLE take (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  kind TEXT NOT NULL
    CHECK (kind IN ('report', 'update', 'correction', 'writethru', 'advisory', 'kill')),
  stamp_precision TEXT NOT NULL CHECK (stamp_precision IN ('second', 'minute', 'day', 'unknown')),
  stamp_instant INTEGER,
  stamp_zone TEXT,
  label TEXT,
  document TEXT NOT NULL,
  author TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('written', 'imported')),
  UNIQUE (dispatch_id, ordinal),
  CHECK ((stamp_precision = 'unknown') = (stamp_instant IS NULL)),
  CHECK ((stamp_precision = 'unknown') = (stamp_zone IS NULL))
) STRICT;

CREATE TABLE revision (
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  number INTEGER NOT NULL CHECK (number > 0),
  take_id TEXT NOT NULL UNIQUE REFERENCES take(id),
  recorded_at INTEGER NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  publish_key TEXT UNIQUE,
  PRIMARY KEY (dispatch_id, number)
) STRICT;

CREATE TRIGGER take_never_changes BEFORE UPDATE ON take
  BEGIN SELECT RAISE(ABORT, 'a published take never changes'); END;
CREATE TRIGGER take_never_goes BEFORE DELETE ON take
  BEGIN SELECT RAISE(ABORT, 'a published take never goes'); END;
CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision
  BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_never_goes BEFORE DELETE ON revision
  BEGIN SELECT RAISE(ABORT, 'a revision never goes'); END;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  kind TEXT NOT NULL,
  checkpoint TEXT NOT NULL,
  checkpoint_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  base_revision INTEGER NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  saved_in_session INTEGER NOT NULL,
  discarded_at INTEGER,
  CHECK (version >= checkpoint_version)
) STRICT;
CREATE UNIQUE INDEX draft_open ON draft(dispatch_id) WHERE discarded_at IS NULL;

CREATE TABLE draft_journal (
  draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  base_version INTEGER NOT NULL,
  steps TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, base_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  take_id TEXT REFERENCES take(id),
  draft_id TEXT REFERENCES draft(id),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
  anchor TEXT,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  CHECK ((take_id IS NULL) <> (draft_id IS NULL))
) STRICT;
CREATE INDEX note_by_dispatch ON note(dispatch_id);
CREATE INDEX note_by_draft ON note(draft_id) WHERE draft_id IS NOT NULL;

CREATE TABLE note_reply (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note(id),
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_reply_by_note ON note_reply(note_id);

-- What a note said or was before each change.
CREATE TABLE note_event (
  id INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note(id),
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('edited', 'resolved', 'reopened')),
  before TEXT NOT NULL
) STRICT;

CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,
  encoding TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE REFERENCES original(sha256),
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  content_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  repairs TEXT NOT NULL
) STRICT;
CREATE INDEX import_by_dispatch ON import(dispatch_id);
CREATE INDEX import_by_content ON import(content_hash);

-- Row ids rise with time (seconds times eight, then the next free one), so that
-- the newest come first without sorting.
CREATE TABLE search_entry (
  rowid INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('take', 'draft', 'note')),
  source_id TEXT NOT NULL UNIQUE,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX search_entry_by_dispatch ON search_entry(dispatch_id);

CREATE VIRTUAL TABLE search_index USING fts5(
  body, lead, headline, caption, credit, sign, slug, note,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);

-- Every term of the index, the stem it shares with its other forms, and how many entries it came with.
CREATE TABLE search_term (
  term TEXT PRIMARY KEY,
  stem TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_term_by_stem ON search_term(stem);
`,
} as const;
