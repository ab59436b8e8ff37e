import {
  all,
  first,
  insertRow as insert,
  inTransaction,
  run,
  type ReadableDb,
  type WritableDb,
} from '../database';
import { refreshWireRow } from '../commands/wire-row';
import { loadDraft } from '../queries/drafts';
import { indexDispatch } from '../search/index-dispatch';
import type { BundleRow } from '../queries/bundle';

/** What became of the drafts of a damaged archive. */
export type DraftsSalvaged = { readonly kept: number; readonly lost: number };

/**
 * Brings the drafts of a damaged archive into the base: the newer of the two where both have one. A
 * draft whose last steps are damaged comes in as far as they can be read. One the base has open in a
 * dispatch that had another is put away, where it can be brought back.
 */
export function salvageDrafts(gathered: ReadableDb, base: WritableDb, now: number): DraftsSalvaged {
  let [kept, lost] = [0, 0];
  for (const draft of all<BundleRow>(gathered, 'SELECT * FROM draft ORDER BY saved_at')) {
    if (!isNewer(base, draft)) continue;
    const journal = all<BundleRow>(
      gathered,
      'SELECT * FROM draft_journal WHERE draft_id = :id ORDER BY base_version',
      { id: draft['id'] ?? null },
    );
    const before = all<BundleRow>(gathered, 'SELECT * FROM draft_revision WHERE draft_id = :id', {
      id: draft['id'] ?? null,
    });
    if (bringIn(base, { draft, journal, before, now })) kept += 1;
    else lost += 1;
  }
  return { kept, lost };
}

function isNewer(base: ReadableDb, draft: BundleRow): boolean {
  const known = first<{ version: number; savedAt: number }>(
    base,
    'SELECT version, saved_at AS savedAt FROM draft WHERE id = :id',
    { id: draft['id'] ?? null },
  );
  return known === undefined || known.savedAt < Number(draft['saved_at']);
}

type GatheredDraft = {
  readonly draft: BundleRow;
  readonly journal: readonly BundleRow[];
  readonly before: readonly BundleRow[];
  readonly now: number;
};

/** Tries with the whole journal, then with less of it, last of all with the checkpoint alone. */
function bringIn(base: WritableDb, { draft, journal, before, now }: GatheredDraft): boolean {
  for (let length = journal.length; length >= 0; length = length === 0 ? -1 : length >> 1) {
    try {
      inTransaction(base, () => {
        const id = String(draft['id']);
        const dispatchId = String(draft['dispatch_id']);
        run(base, 'DELETE FROM draft WHERE id = :id', { id });
        if (draft['discarded_at'] === null) {
          run(
            base,
            'UPDATE draft SET discarded_at = :now WHERE dispatch_id = :dispatchId AND discarded_at IS NULL',
            { dispatchId, now },
          );
        }
        insert(base, 'draft', versionOf(draft, journal.slice(0, length), journal.length));
        for (const row of journal.slice(0, length)) insert(base, 'draft_journal', row);
        for (const row of before) insert(base, 'draft_revision', row);
        if (draft['discarded_at'] === null) loadDraft(base, id);
        refreshWireRow(base, dispatchId);
        indexDispatch(base, dispatchId);
      });
      return true;
    } catch {
      // Its steps or its text cannot be read so far: with less of them, perhaps.
    }
  }
  return false;
}

/** A draft without its last batches is at the version they began from. */
function versionOf(draft: BundleRow, journal: readonly BundleRow[], all: number): BundleRow {
  if (journal.length === all) return draft;
  const last = journal.at(-1);
  const checkpoint = Number(draft['checkpoint_version']);
  if (last === undefined) return { ...draft, version: checkpoint };
  const steps = JSON.parse(String(last['steps'])) as readonly unknown[];
  return { ...draft, version: Math.max(checkpoint, Number(last['base_version']) + steps.length) };
}
