/** The pictures of photos, byte-exact by their hash, each with a smaller one to be looked at. */
export const pictures = {
  version: 100,
  sql: `
CREATE TABLE picture (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  added_at INTEGER NOT NULL,
  -- Whether a published take shows it: then it stays for good.
  published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)),
  -- Since when nothing written refers to it; null as long as something does, or nobody looked.
  unused_since INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_unpublished ON picture(added_at) WHERE published = 0;

-- Apart from the facts: changing a row writes all of it again.
CREATE TABLE picture_file (
  sha256 TEXT PRIMARY KEY REFERENCES picture(sha256) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- A JPEG of 1,600 pixels at most, made of the original; where there is none, the original is shown.
CREATE TABLE picture_preview (
  sha256 TEXT PRIMARY KEY REFERENCES picture(sha256) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;
`,
} as const;
