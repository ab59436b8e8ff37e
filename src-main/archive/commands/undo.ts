import type { StepMap } from 'prosemirror-transform';
import type { RequestOf, ResponseOf } from '../../contract/requests';
import type { StepJson } from '../../domain/document/replay';
import { stepOf } from '../../domain/document/step';
import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';

/** What changed of what can be undone in a draft. */
export type UndoChange = NonNullable<RequestOf<'draft.journal'>['undo']>;

/** What is kept of what can be undone in a draft. */
export type KeptUndo = ResponseOf<'draft.undo'>;
type KeptStack = Extract<KeptUndo, { is: 'kept' }>['undo'];

type Stack = 'undo' | 'redo';
/** Whose it is in which draft: a page's, or that of one replacing in many drafts. */
export type Owner = { readonly draftId: string; readonly clientId: string };

/** Of so many pages that wrote in a draft, and as many replacings, it is kept what they could undo. */
const kept = 8;

const batches = 'replacing ';

/** The owner of what one replacing in many drafts changed. */
export function batchOwner(batchId: string): string {
  return `${batches}${batchId}`;
}

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
    `DELETE FROM draft_undo WHERE draft_id = :draftId
       AND (client_id LIKE :batch) = (:clientId LIKE :batch) AND client_id NOT IN (
         SELECT client_id FROM draft_undo
         WHERE draft_id = :draftId AND (client_id LIKE :batch) = (:clientId LIKE :batch)
         ORDER BY saved_at DESC, version DESC LIMIT :kept)`,
    { ...owner, batch: `${batches}%`, kept },
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
    const former = first<{ from: string; version: number }>(
      db,
      `SELECT client_id AS "from", version FROM draft_undo
       WHERE draft_id = :draftId AND client_id NOT IN (SELECT value FROM json_each(:others))
         AND client_id NOT LIKE :batch
       ORDER BY client_id = :clientId DESC, saved_at DESC, version DESC LIMIT 1`,
      { draftId, clientId, others: JSON.stringify(others), batch: `${batches}%` },
    );
    // A page that is gone may have written last what this one has yet to hear of.
    if (former === undefined || former.version > version) return { is: 'none' };
    const since = stepsBetween(db, draftId, former.version, version);
    if (since === null) {
      dropUndo(db, { draftId, clientId: former.from });
      return { is: 'none' };
    }
    run(
      db,
      `UPDATE draft_undo SET client_id = :clientId WHERE draft_id = :draftId AND client_id = :from`,
      { draftId, clientId, from: former.from },
    );
    const owner = { draftId, clientId };
    const [undo, redo] = [stackOf(db, owner, 'undo'), stackOf(db, owner, 'redo')];
    return { is: 'kept', undo, redo, since: [...since] };
  });
}

/** Lets go of what somebody can undo in a draft. */
export function dropUndo(db: WritableDb, owner: Owner): void {
  run(db, 'DELETE FROM draft_undo WHERE draft_id = :draftId AND client_id = :clientId', owner);
}

/** Who made the last replacing that was not taken back; null where there is none. */
export function lastBatch(db: ReadableDb): string | null {
  const last = first<{ clientId: string }>(
    db,
    `SELECT client_id AS clientId FROM draft_undo JOIN draft ON draft.id = draft_id
     WHERE client_id LIKE :batch AND discarded_at IS NULL ORDER BY draft_undo.saved_at DESC LIMIT 1`,
    { batch: `${batches}%` },
  );
  return last?.clientId ?? null;
}

/** What moved in a draft between the version that somebody's undo leads back from and another; null where that is not known any more. */
export function mapsSince(
  db: ReadableDb,
  owner: Owner,
  version: number,
): readonly StepMap[] | null {
  const undo = first<{ version: number }>(
    db,
    'SELECT version FROM draft_undo WHERE draft_id = :draftId AND client_id = :clientId',
    owner,
  );
  if (undo === undefined) return null;
  const steps = stepsBetween(db, owner.draftId, undo.version, version);
  return steps?.map((step) => stepOf(step).getMap()) ?? null;
}

/** The groups somebody can undo in a draft, the oldest first. */
export function undoGroups(db: ReadableDb, owner: Owner): KeptStack['groups'] {
  return stackOf(db, owner, 'undo').groups;
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

function stackOf(db: ReadableDb, owner: Owner, stack: Stack): KeptStack {
  const rows = all<{ position: number; changes: string }>(
    db,
    `SELECT position, changes FROM draft_undo_group
     WHERE draft_id = :draftId AND client_id = :clientId AND stack = :stack ORDER BY position`,
    { ...owner, stack },
  );
  const groups = rows.map(({ changes }) => JSON.parse(changes) as KeptStack['groups'][number]);
  return { first: rows[0]?.position ?? 0, groups };
}
