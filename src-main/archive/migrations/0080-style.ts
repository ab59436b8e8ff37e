/** Findings on words (spelling, style) that a person decided to leave as they are, by dispatch. */
export const style = {
  version: 80,
  sql: `
CREATE TABLE style_left (
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  kind TEXT NOT NULL,
  -- The words as they stand, or what tells the place from others.
  words TEXT NOT NULL CHECK (words <> ''),
  at INTEGER NOT NULL,
  PRIMARY KEY (dispatch_id, kind, words)
) STRICT, WITHOUT ROWID;
`,
} as const;
