import type { ExportWay } from '../../contract/trace';
import { inTransaction, run, type WritableDb } from '../database';

/** Words of a dispatch that went out. */
export type ExportInput = {
  readonly dispatchId: string;
  readonly way: ExportWay;
  /** `wire`, `html`, `proof` …; empty where it has none, as on paper. */
  readonly format: string;
  /** The file's path; empty where there is none. */
  readonly destination: string;
  /** ms */
  readonly now: number;
  /** The takes 1 to this one went out; all of them where it is not given. */
  readonly ordinal?: number;
};

/** Keeps that the published takes of a dispatch went out; nothing where none is published. */
export function recordExport(db: WritableDb, input: ExportInput): void {
  recordExports(db, { exports: [input] });
}

/** Keeps that many dispatches went out, in one transaction. */
export function recordExports(
  db: WritableDb,
  input: { readonly exports: readonly ExportInput[] },
): void {
  inTransaction(db, () => {
    for (const one of input.exports) {
      run(
        db,
        `INSERT INTO export (dispatch_id, last_ordinal, way, format, destination, at)
         SELECT :dispatchId, max(ordinal), :way, :format, :destination, :now
         FROM take WHERE dispatch_id = :dispatchId AND ordinal <= coalesce(:ordinal, ordinal)
         HAVING max(ordinal) IS NOT NULL`,
        { ...one, ordinal: one.ordinal ?? null },
      );
    }
  });
}
