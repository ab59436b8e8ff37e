import { run, type WritableDb } from '../database';

/** When the archive was last verified, and how many problems were found. */
export type LastVerified = {
  /** ms */
  readonly at: number;
  readonly problems: number;
};

/** Keeps when the archive was last verified, and what came of it. */
export function noteVerified(db: WritableDb, { at, problems }: LastVerified): void {
  run(db, `INSERT OR REPLACE INTO setting (key, value) VALUES ('verified', :value)`, {
    value: JSON.stringify({ at, problems }),
  });
}
