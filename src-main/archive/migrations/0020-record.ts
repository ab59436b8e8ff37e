/**
 * What takes carry, embargoes, times supplied later and scheduled drafts. A revision is now an
 * entry of the record of any kind; those made before keep the format they were hashed in.
 */
export const record = {
  version: 20,
  sql: `
ALTER TABLE take ADD COLUMN stamp_reason TEXT;
ALTER TABLE take ADD COLUMN advisory_line TEXT NOT NULL DEFAULT '';
ALTER TABLE take ADD COLUMN carries TEXT NOT NULL DEFAULT '{"of":"nothing"}';

DROP TRIGGER revision_never_changes;
DROP TRIGGER revision_never_goes;
ALTER TABLE revision RENAME TO revision_10;

CREATE TABLE revision (
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  number INTEGER NOT NULL CHECK (number > 0),
  format INTEGER NOT NULL CHECK (format IN (1, 2)),
  entry TEXT NOT NULL CHECK (entry IN ('take', 'stamp', 'embargo')),
  take_id TEXT REFERENCES take(id),
  -- What the entry says besides the take: JSON.
  content TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  publish_key TEXT UNIQUE,
  PRIMARY KEY (dispatch_id, number),
  CHECK (entry <> 'take' OR take_id IS NOT NULL)
) STRICT;
INSERT INTO revision (dispatch_id, number, format, entry, take_id, content, recorded_at,
    previous_hash, hash, publish_key)
  SELECT dispatch_id, number, 1, 'take', take_id, '{"clockBehind":0}', recorded_at,
    previous_hash, hash, publish_key
  FROM revision_10;
DROP TABLE revision_10;
CREATE UNIQUE INDEX revision_of_take ON revision(take_id) WHERE entry = 'take';
CREATE INDEX revision_by_time ON revision(recorded_at);
CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision
  BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_never_goes BEFORE DELETE ON revision
  BEGIN SELECT RAISE(ABORT, 'a revision never goes'); END;

-- The time last supplied for a take, derived from the record in the same transaction.
CREATE TABLE supplied_stamp (
  take_id TEXT PRIMARY KEY REFERENCES take(id),
  stamp_precision TEXT NOT NULL CHECK (stamp_precision IN ('second', 'minute', 'day')),
  stamp_instant INTEGER NOT NULL,
  stamp_zone TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A take with the stamp it has now, and when it was recorded.
CREATE VIEW published_take AS
  SELECT take.id, take.dispatch_id, ordinal, kind,
    coalesce(supplied.stamp_precision, take.stamp_precision) AS stamp_precision,
    coalesce(supplied.stamp_instant, take.stamp_instant) AS stamp_instant,
    coalesce(supplied.stamp_zone, take.stamp_zone) AS stamp_zone,
    supplied.take_id IS NOT NULL AS stamp_supplied,
    stamp_reason, label, document, advisory_line, carries, author, origin, recorded_at
  FROM take
  JOIN revision ON revision.take_id = take.id AND revision.entry = 'take'
  LEFT JOIN supplied_stamp AS supplied ON supplied.take_id = take.id;

ALTER TABLE dispatch ADD COLUMN embargo_zone TEXT;
CREATE INDEX dispatch_embargoed ON dispatch(embargo_until) WHERE embargo_until IS NOT NULL;

ALTER TABLE draft ADD COLUMN advisory_line TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN carries TEXT NOT NULL DEFAULT '{"of":"nothing"}';
-- The text the draft began with, where it began with a published one: what a merge starts from.
ALTER TABLE draft ADD COLUMN base_document TEXT;
ALTER TABLE draft ADD COLUMN schedule TEXT;

-- How a draft read at moments of its writing.
CREATE TABLE draft_revision (
  draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, version)
) STRICT;
`,
} as const;
