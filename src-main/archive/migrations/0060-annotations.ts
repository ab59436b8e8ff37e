/**
 * Notes on whole dispatches and on photos, to whom they are addressed, which dispatches they link
 * to, the take they came from when it was corrected, and every change to them. An anchor on a draft
 * knows the version it was made in, so that it can be followed through the journal.
 */
export const annotations = {
  version: 60,
  sql: `
DROP INDEX note_by_dispatch;
DROP INDEX note_by_draft;
DROP INDEX note_reply_by_note;
ALTER TABLE note_reply RENAME TO note_reply_10;
ALTER TABLE note_event RENAME TO note_event_10;
ALTER TABLE note RENAME TO note_10;

-- On a take, on a draft, or (neither) on the whole dispatch.
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  take_id TEXT REFERENCES take(id),
  draft_id TEXT REFERENCES draft(id),
  part TEXT NOT NULL DEFAULT 'words' CHECK (part IN ('words', 'photo')),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  addressee TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
  anchor TEXT,
  -- The version of the draft the anchor was made in; null where it is not known.
  anchor_version INTEGER,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  -- The take it was carried over from last, and its anchor there.
  origin_take_id TEXT REFERENCES take(id),
  origin_anchor TEXT,
  CHECK (take_id IS NULL OR draft_id IS NULL),
  CHECK (take_id IS NOT NULL OR draft_id IS NOT NULL OR anchor IS NULL)
) STRICT;
INSERT INTO note (id, dispatch_id, take_id, draft_id, kind, body, author, state, anchor,
    created_at, edited_at)
  SELECT id, dispatch_id, take_id, draft_id, kind, body, author, state, anchor, created_at, edited_at
  FROM note_10;
CREATE INDEX note_by_dispatch ON note(dispatch_id);
CREATE INDEX note_by_draft ON note(draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX note_open ON note(created_at) WHERE state = 'open';

CREATE TABLE note_reply (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note(id),
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO note_reply SELECT id, note_id, author, body, created_at FROM note_reply_10;
CREATE INDEX note_reply_by_note ON note_reply(note_id);

-- What became of a note, and what it said or was before.
CREATE TABLE note_event (
  id INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note(id),
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('edited', 'resolved', 'reopened', 'kind-changed',
    'addressed', 'linked', 'reattached', 'carried', 'returned')),
  before TEXT NOT NULL
) STRICT;
INSERT INTO note_event SELECT id, note_id, at, author, change, before FROM note_event_10;
CREATE INDEX note_event_by_note ON note_event(note_id);

CREATE TABLE note_link (
  note_id TEXT NOT NULL REFERENCES note(id),
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  PRIMARY KEY (note_id, dispatch_id)
) STRICT, WITHOUT ROWID;

DROP TABLE note_reply_10;
DROP TABLE note_event_10;
DROP TABLE note_10;
`,
} as const;
