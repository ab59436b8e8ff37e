import type { LeftModel } from '../../contract/style';
import { all, first, run, type ReadableDb, type WritableDb } from '../database';
import { Refusal } from '../refusal';

/** The findings on words that were left as they are in a dispatch, oldest first. */
export function readLeft(
  db: ReadableDb,
  { dispatchId }: { readonly dispatchId: string },
): readonly LeftModel[] {
  return all<LeftModel>(
    db,
    'SELECT kind, words FROM style_left WHERE dispatch_id = :dispatchId ORDER BY at, words',
    { dispatchId },
  );
}

/** Leaves a finding on words as it is from now on, or takes it up again; refuses with `not-found`. */
export function leaveFinding(
  db: WritableDb,
  input: {
    readonly dispatchId: string;
    readonly left: LeftModel;
    readonly stays: boolean;
    readonly now: number;
  },
): void {
  const { dispatchId, left, stays, now } = input;
  if (stays) {
    if (first(db, 'SELECT 1 FROM dispatch WHERE id = :dispatchId', { dispatchId }) === undefined) {
      throw new Refusal('not-found', 'dispatch');
    }
    run(
      db,
      `INSERT INTO style_left (dispatch_id, kind, words, at)
       VALUES (:dispatchId, :kind, :words, :now) ON CONFLICT DO NOTHING`,
      { dispatchId, ...left, now },
    );
  } else {
    run(
      db,
      `DELETE FROM style_left
       WHERE dispatch_id = :dispatchId AND kind = :kind AND words = :words`,
      { dispatchId, ...left },
    );
  }
}
