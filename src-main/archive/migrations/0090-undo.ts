/** What can be undone in a draft, by the page that wrote it, so that it outlives page and workstation. */
export const undo = {
  version: 90,
  sql: `
CREATE TABLE draft_undo (
  draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  -- The version of the draft that the newest group leads back from.
  version INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, client_id)
) STRICT;

CREATE TABLE draft_undo_group (
  draft_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')),
  -- From the bottom of the stack.
  position INTEGER NOT NULL,
  -- Where the selection was, and the steps that take the group back.
  changes TEXT NOT NULL,
  PRIMARY KEY (draft_id, client_id, stack, position),
  FOREIGN KEY (draft_id, client_id) REFERENCES draft_undo(draft_id, client_id)
    ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
`,
} as const;
