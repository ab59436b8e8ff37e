/**
 * Dispatches as a desk begins them: their words have fields to fill. And whether typography is set
 * right as one types in a draft, where it was said for that one.
 */
export const templates = {
  version: 110,
  sql: `
CREATE TABLE template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Empty for all desks.
  desk TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 8),
  headline TEXT NOT NULL,
  text TEXT NOT NULL,
  signoff TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  UNIQUE (language, desk, name)
) STRICT;

-- Null: as the preferences have it.
ALTER TABLE draft ADD COLUMN typography TEXT CHECK (typography IN ('on', 'off'));
`,
} as const;
