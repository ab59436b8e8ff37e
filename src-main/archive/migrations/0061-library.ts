/** What the desk says of a term whenever it comes up: explanations and background to be inserted. */
export const library = {
  version: 61,
  sql: `
CREATE TABLE library_entry (
  id TEXT PRIMARY KEY,
  term TEXT NOT NULL,
  -- Other names it goes by: a JSON list.
  forms TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  use TEXT NOT NULL CHECK (use IN ('explanation', 'background')),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  UNIQUE (language, term)
) STRICT;
`,
} as const;
