import type { DocumentJson } from '../../domain/document/json';
import { toJson } from '../../domain/document/node';
import type { StepJson } from '../../domain/document/replay';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { loadDraft } from './drafts';

/** What a window lacks of a draft: the steps after the version it has, or the whole. */
export type StepsSince = {
  /** The version the draft then has. */
  readonly version: number;
  /** ms */
  readonly savedAt: number;
} & (
  | { readonly is: 'steps'; readonly batches: readonly JournalBatch[] }
  | { readonly is: 'whole'; readonly document: DocumentJson }
);

/** Steps committed together, and the page that made them. */
export type JournalBatch = { readonly clientId: string; readonly steps: readonly StepJson[] };

/**
 * The steps of an open draft after a version; the whole draft where that version is null, is not
 * one the journal came by, or is no longer in it. Refuses with `not-found` when there is no draft.
 */
export function readStepsSince(
  db: ReadableDb,
  { draftId, version }: { readonly draftId: string; readonly version: number | null },
): StepsSince {
  const draft = first<{ version: number; savedAt: number }>(
    db,
    `SELECT version, saved_at AS savedAt FROM draft
     WHERE id = :draftId AND discarded_at IS NULL`,
    { draftId },
  );
  if (draft === undefined) throw new Refusal('not-found', 'draft');
  if (version === draft.version) return { ...draft, is: 'steps', batches: [] };
  const rows =
    version === null
      ? []
      : all<{ baseVersion: number; clientId: string; steps: string }>(
          db,
          `SELECT base_version AS baseVersion, client_id AS clientId, steps FROM draft_journal
           WHERE draft_id = :draftId AND base_version >= :version ORDER BY base_version`,
          { draftId, version },
        );
  if (rows[0] === undefined || rows[0].baseVersion !== version) {
    return { ...draft, is: 'whole', document: toJson(loadDraft(db, draftId).document) };
  }
  const batches = rows.map(({ clientId, steps }) => ({
    clientId,
    steps: JSON.parse(steps) as StepJson[],
  }));
  return { ...draft, is: 'steps', batches };
}
