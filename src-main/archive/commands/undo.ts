import type { RequestOf, ResponseOf } from '../../contract/requests';
import type { StepJson } from '../../domain/document/replay';
import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';

/** What changed of what can be undone in a draft. */
export type UndoChange = NonNullable<RequestOf<'draft.journal'>['undo']>;

/** What is kept of what can be undone in a draft. */
export type KeptUndo = ResponseOf<'draft.undo'>;

type Stack = 'undo' | 'redo';
type Owner = { readonly draftId: string; readonly clientId: string };

/** Of so many pages that wrote in a draft it is kept what they could undo. */
const pagesKept = 8;

/** Keeps what a page can undo at a version of a draft; part of a caller's transaction. */
export function keepUndo(
  db: WritableDb,
  owner: Owner,
  change: UndoChange,
  { version, now }: { readonly version: number; readonly now: number },
): void {
  run(
    db,
    `INSERT INTO draft_undo (draft_id, client_id, version, saved_at)
     VALUES (:draftId, :clientId, :version, :now)
     ON CONFLICT (draft_id, client_id) DO UPDATE SET version = :version, saved_at = :now`,
    { ...owner, version, now },
  );
  run(
    db,
    `DELETE FROM draft_undo WHERE draft_id = :draftId AND client_id NOT IN (
       SELECT client_id FROM draft_undo WHERE draft_id = :draftId
       ORDER BY saved_at DESC, version DESC LIMIT :pagesKept)`,
    { draftId: owner.draftId, pagesKept },
  );
  keepStack(db, owner, 'undo', change.undo);
  keepStack(db, owner, 'redo', change.redo);
}

function keepStack(
  db: WritableDb,
  owner: Owner,
  stack: Stack,
  { first: lowest, from, groups }: UndoChange['undo'],
): void {
  run(
    db,
    `DELETE FROM draft_undo_group WHERE draft_id = :draftId AND client_id = :clientId
       AND stack = :stack AND (position < :lowest OR position >= :from)`,
    { ...owner, stack, lowest, from },
  );
  for (const [index, group] of groups.entries()) {
    run(
      db,
      `INSERT INTO draft_undo_group (draft_id, client_id, stack, position, changes)
       VALUES (:draftId, :clientId, :stack, :position, :changes)`,
      { ...owner, stack, position: from + index, changes: JSON.stringify(group) },
    );
  }
}

/**
 * Gives a page what it, or the last page that is gone, could undo in a draft, and makes it its own.
 * What leads back from a version that the journal no longer leads to is let go.
 *
 * @param input `others`: the pages that are open elsewhere, whose undo stays theirs
 */
export function takeUpUndo(
  db: WritableDb,
  input: Owner & { readonly version: number; readonly others: readonly string[] },
): KeptUndo {
  const { draftId, clientId, version, others } = input;
  return inTransaction(db, () => {
    const kept = first<{ from: string; version: number }>(
      db,
      `SELECT client_id AS "from", version FROM draft_undo
       WHERE draft_id = :draftId AND client_id NOT IN (SELECT value FROM json_each(:others))
       ORDER BY client_id = :clientId DESC, saved_at DESC, version DESC LIMIT 1`,
      { draftId, clientId, others: JSON.stringify(others) },
    );
    // A page that is gone may have written last what this one has yet to hear of.
    if (kept === undefined || kept.version > version) return { is: 'none' };
    const since = stepsBetween(db, draftId, kept.version, version);
    const former = { draftId, clientId: kept.from };
    if (since === null) {
      run(db, 'DELETE FROM draft_undo WHERE draft_id = :draftId AND client_id = :clientId', former);
      return { is: 'none' };
    }
    run(
      db,
      `UPDATE draft_undo SET client_id = :clientId WHERE draft_id = :draftId AND client_id = :from`,
      { draftId, clientId, from: kept.from },
    );
    const owner = { draftId, clientId };
    const [undo, redo] = [stackOf(db, owner, 'undo'), stackOf(db, owner, 'redo')];
    return { is: 'kept', undo, redo, since: [...since] };
  });
}

/** The steps from one version to another; null where the journal has not all of them. */
function stepsBetween(
  db: ReadableDb,
  draftId: string,
  from: number,
  to: number,
): readonly StepJson[] | null {
  const rows = all<{ at: number; steps: string }>(
    db,
    `SELECT base_version AS at, steps FROM draft_journal
     WHERE draft_id = :draftId AND base_version >= :from AND base_version < :to
     ORDER BY base_version`,
    { draftId, from, to },
  );
  const steps: StepJson[] = [];
  for (const row of rows) {
    if (row.at !== from + steps.length) return null;
    steps.push(...(JSON.parse(row.steps) as StepJson[]));
  }
  return from + steps.length === to ? steps : null;
}

function stackOf(
  db: ReadableDb,
  owner: Owner,
  stack: Stack,
): Extract<KeptUndo, { is: 'kept' }>['undo'] {
  const rows = all<{ position: number; changes: string }>(
    db,
    `SELECT position, changes FROM draft_undo_group
     WHERE draft_id = :draftId AND client_id = :clientId AND stack = :stack ORDER BY position`,
    { ...owner, stack },
  );
  const groups = rows.map(
    ({ changes }) =>
      JSON.parse(changes) as Extract<KeptUndo, { is: 'kept' }>['undo']['groups'][number],
  );
  return { first: rows[0]?.position ?? 0, groups };
}
