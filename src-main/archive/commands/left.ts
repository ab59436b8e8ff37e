import type { LeftModel } from '../../contract/style';
import { all, run, type ReadableDb, type WritableDb } from '../database';

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

/** Leaves a finding on words as it is from now on, or takes it up again. */
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
