import type { BackedUpWords, Standing } from '../../contract/backups';
import { compareDocuments } from '../../domain/compare/compare';
import type { Comparison } from '../../domain/compare/comparison';
import { parseDocument, toJson } from '../../domain/document/node';
import type { DocumentJson } from '../../domain/document/json';
import { picturesOf } from '../../domain/document/picture';
import type { NewPicture } from '../commands/pictures';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import type { BundleRow } from './bundle';
import { readDispatchFacts } from './dispatch-facts';
import { loadDraft } from './drafts';
import { stateOf } from './states';

/** How far each of some dispatches is; what is not in the archive is left out. */
export function readStandings(
  db: ReadableDb,
  input: { readonly ids: readonly string[] },
): readonly Standing[] {
  return input.ids.flatMap(
    (id) =>
      first<Standing>(
        db,
        `SELECT dispatch.id, dispatch.slug, coalesce(wire_row.headline, '') AS headline,
           (SELECT count(*) FROM take WHERE dispatch_id = dispatch.id) AS takes,
           (SELECT count(*) FROM revision WHERE dispatch_id = dispatch.id) AS entries,
           (SELECT hash FROM revision WHERE dispatch_id = dispatch.id ORDER BY number DESC LIMIT 1)
             AS lastHash,
           (SELECT saved_at FROM draft WHERE dispatch_id = dispatch.id AND discarded_at IS NULL)
             AS draftSavedAt,
           (SELECT count(*) FROM note WHERE dispatch_id = dispatch.id) AS notes,
           (SELECT max(at) FROM note_event JOIN note ON note.id = note_id
            WHERE dispatch_id = dispatch.id) AS notesChangedAt
         FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
         WHERE dispatch.id = :id`,
        { id },
      ) ?? [],
  );
}

/** The words of a dispatch one would miss: those of its draft, else the story as it reads. */
export function readWords(db: ReadableDb, input: { readonly id: string }): BackedUpWords {
  const { slug, language } = readDispatchFacts(db, input.id);
  const draft = openDraftOf(db, input.id);
  const state = stateOf(
    db,
    draft === null
      ? { of: 'story-after', dispatchId: input.id, ordinal: Number.MAX_SAFE_INTEGER }
      : { of: 'draft', draftId: draft, version: null },
  );
  return {
    slug,
    language,
    of: draft === null ? 'story' : 'draft',
    document: toJson(state.document),
  };
}

/**
 * Words from elsewhere beside those of a dispatch. Where the dispatch is not here, `words` is null
 * and they are compared with themselves.
 */
export function compareWithWords(
  db: ReadableDb,
  input: { readonly id: string; readonly document: DocumentJson },
): { readonly words: BackedUpWords | null; readonly comparison: Comparison } {
  const isHere = first(db, 'SELECT 1 FROM dispatch WHERE id = :id', { id: input.id });
  const words = isHere === undefined ? null : readWords(db, { id: input.id });
  const left = parseDocument(input.document);
  const right = words === null ? left : parseDocument(words.document);
  if (!left.ok || !right.ok) throw new Refusal('archive-damaged', 'document', { id: input.id });
  return { words, comparison: compareDocuments(left.value, right.value) };
}

/** The rows of a dispatch's open draft, with the notes on it, as they stand. */
export type DraftRows = Readonly<Record<keyof typeof draftTables, readonly BundleRow[]>>;

/** The tables of a draft, in the order they can be written in, and which of their rows. */
export const draftTables = {
  draft: 'dispatch_id = :id AND discarded_at IS NULL',
  draft_journal: `draft_id = ${openDraft()} ORDER BY base_version`,
  draft_revision: `draft_id = ${openDraft()} ORDER BY version`,
  note: `draft_id = ${openDraft()} ORDER BY created_at, id`,
  note_reply: `note_id IN (SELECT id FROM note WHERE draft_id = ${openDraft()}) ORDER BY created_at`,
  note_event: `note_id IN (SELECT id FROM note WHERE draft_id = ${openDraft()}) ORDER BY id`,
  note_link: `note_id IN (SELECT id FROM note WHERE draft_id = ${openDraft()})`,
} as const;

/** A dispatch has one open draft at most. */
function openDraft(): string {
  return '(SELECT id FROM draft WHERE dispatch_id = :id AND discarded_at IS NULL)';
}

/** What an archive has of the open draft of a dispatch; empty lists where there is none. */
export function readDraftRows(db: ReadableDb, input: { readonly id: string }): DraftRows {
  const rows = Object.entries(draftTables).map(([table, which]) => [
    table,
    all<BundleRow>(db, `SELECT * FROM ${table} WHERE ${which}`, input),
  ]);
  return Object.fromEntries(rows) as DraftRows;
}

/** The pictures of a dispatch's takes and of its open draft, those that are there. */
export function readPicturesOf(
  db: ReadableDb,
  input: { readonly id: string },
): readonly NewPicture[] {
  const takes = all<{ document: string }>(
    db,
    'SELECT document FROM take WHERE dispatch_id = :id',
    input,
  ).flatMap(({ document }) => {
    const parsed = parseDocument(JSON.parse(document));
    return parsed.ok ? [parsed.value] : [];
  });
  const draft = openDraftOf(db, input.id);
  const documents = draft === null ? takes : [...takes, loadDraft(db, draft).document];
  const hashes = new Set(documents.flatMap(picturesOf).map(({ sha256 }) => sha256));
  return [...hashes].flatMap(
    (sha256) =>
      first<NewPicture>(
        db,
        `SELECT type, width, height, picture_file.bytes, picture_preview.bytes AS preview
         FROM picture JOIN picture_file USING (sha256) LEFT JOIN picture_preview USING (sha256)
         WHERE sha256 = :sha256`,
        { sha256 },
      ) ?? [],
  );
}

function openDraftOf(db: ReadableDb, id: string): string | null {
  const draft = first<{ id: string }>(
    db,
    'SELECT id FROM draft WHERE dispatch_id = :id AND discarded_at IS NULL',
    { id },
  );
  return draft?.id ?? null;
}
