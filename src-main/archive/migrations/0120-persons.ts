/**
 * The persons a dispatch speaks of, by name; and what dispatches are about is looked up by name, so
 * that a search for a subject does not read those of all dispatches.
 */
export const persons = {
  version: 120,
  sql: `
CREATE TABLE dispatch_person (
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (dispatch_id, position),
  UNIQUE (name, dispatch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dispatch_subject_by_name ON dispatch_subject (name, code, dispatch_id);
`,
} as const;
