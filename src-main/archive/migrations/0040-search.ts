/** Makes what is searched by, empty. */
export const searchTablesSql = `
-- Row ids rise with time (seconds times eight, then the next free one), so that
-- the newest come first without sorting.
CREATE TABLE search_entry (
  rowid INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('take', 'draft', 'note', 'original')),
  source_id TEXT NOT NULL UNIQUE,
  dispatch_id TEXT NOT NULL REFERENCES dispatch(id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- When its words were out for certain, and when they ceased to stand (ms).
  outed INTEGER NOT NULL,
  until INTEGER,
  -- Facts as bits (search/marks.ts), and the numbers of its desk, agency and place; 0 where it has none.
  marks INTEGER NOT NULL,
  desk INTEGER NOT NULL,
  agency INTEGER NOT NULL,
  place INTEGER NOT NULL,
  words INTEGER NOT NULL,
  -- Two halves of a hash that texts nearly alike nearly share (search/likeness.ts).
  like_high INTEGER NOT NULL,
  like_low INTEGER NOT NULL,
  -- Rises with every change of any entry, so that readers learn what changed.
  touched INTEGER NOT NULL
) STRICT;
CREATE INDEX search_entry_by_dispatch ON search_entry(dispatch_id);
CREATE INDEX search_entry_by_change ON search_entry(touched);
CREATE INDEX search_entry_by_words ON search_entry(words);

-- Entries that were taken out, for readers that still count them; the newest few thousand.
CREATE TABLE search_gone (
  touched INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL
) STRICT;

CREATE TABLE search_value (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name IN ('desk', 'agency', 'place')),
  value TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (name, value)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(
  body, lead, headline, caption, credit, sign, slug, note, original, fact,
  content='', contentless_delete=1, tokenize="ascii tokenchars '_'"
);
INSERT INTO search_index (search_index, rank) VALUES ('pgsz', 16200);
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16777216);
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0);
INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 256);
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_index', 'row');

-- Every term of the index, the stem it shares with its other forms, and how many entries it came with.
CREATE TABLE search_term (
  term TEXT PRIMARY KEY,
  stem TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_term_by_stem ON search_term(stem, uses);
`;

/**
 * The search index anew: facts of an entry as terms of their own, what became of its words, and
 * originals; saved searches. The index of an older archive is dropped and built again from the
 * texts (`search/rebuild.ts`); until then it is searched by reading them. The figures behind the
 * settings of FTS5 are in docs/search.md.
 */
export const search = {
  version: 40,
  sql: `
DROP TABLE search_index;
DROP TABLE search_entry;
DROP TABLE search_term;

${searchTablesSql}


-- How far the index is: whole, or being built, up to the dispatch of this id.
CREATE TABLE search_progress (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  building INTEGER NOT NULL,
  done_to TEXT NOT NULL,
  done INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
INSERT INTO search_progress (only_row, building, done_to, done, why)
  SELECT 1, EXISTS (SELECT 1 FROM dispatch), '', 0, 'new-schema';

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('date', 'relevance')),
  created_at INTEGER NOT NULL,
  -- What was entered in the archive after this instant (ms) is new.
  seen_at INTEGER NOT NULL
) STRICT;
`,
} as const;
