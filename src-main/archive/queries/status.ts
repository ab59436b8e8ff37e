import { all, first, type ReadableDb } from '../database';
import { crashedSessions } from '../commands/sessions';
import { Refusal } from '../refusal';
import type { LastVerified } from '../commands/verified';

/** What an archive says of itself. */
export type ArchiveFacts = {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly dispatches: number;
  /** When the newest entry of any record was made, in ms; 0 while there is none. */
  readonly newestEntryAt: number;
  /** Null while it never was. */
  readonly verified: LastVerified | null;
};

/** A draft that was last saved in a session that was never closed. */
export type RecoveredDraft = {
  readonly dispatchId: string;
  readonly draftId: string;
  readonly headline: string;
  /** ms */
  readonly savedAt: number;
};

/** The archive as a file of SQLite; sizes in pages, and bytes of one. */
export function readArchiveFile(db: ReadableDb): {
  readonly sqlite: string;
  readonly schema: number;
  readonly pageSize: number;
  readonly pages: number;
  readonly freePages: number;
} {
  const file = first<ReturnType<typeof readArchiveFile>>(
    db,
    `SELECT sqlite_version() AS sqlite, user_version AS schema, page_size AS pageSize,
       page_count AS pages, freelist_count AS freePages
     FROM pragma_user_version, pragma_page_size, pragma_page_count, pragma_freelist_count`,
  );
  if (file === undefined) throw new Refusal('internal', 'no-pragmas');
  return file;
}

/** Name and size of the archive. */
export function readFacts(db: ReadableDb): ArchiveFacts {
  const facts = first<
    Omit<ArchiveFacts, 'sample' | 'verified'> & { sample: string; verified: string | null }
  >(
    db,
    `SELECT id, (SELECT value FROM setting WHERE key = 'name') AS name,
       (SELECT value FROM setting WHERE key = 'sample') AS sample,
       (SELECT value FROM setting WHERE key = 'verified') AS verified,
       (SELECT count(*) FROM dispatch) AS dispatches,
       (SELECT coalesce(max(recorded_at), 0) FROM revision) AS newestEntryAt
     FROM archive`,
  );
  return {
    id: facts?.id ?? '',
    name: facts?.name ?? '',
    sample: facts?.sample === 'yes',
    dispatches: facts?.dispatches ?? 0,
    newestEntryAt: facts?.newestEntryAt ?? 0,
    verified: facts?.verified == null ? null : (JSON.parse(facts.verified) as LastVerified),
  };
}

/** The drafts that were being written when the workstation last stopped without closing, newest first. */
export function readRecoveredDrafts(db: ReadableDb): readonly RecoveredDraft[] {
  return crashedSessions(db)
    .flatMap((session) =>
      all<RecoveredDraft>(
        db,
        `SELECT draft.dispatch_id AS dispatchId, draft.id AS draftId, headline,
           saved_at AS savedAt
         FROM draft JOIN wire_row ON wire_row.dispatch_id = draft.dispatch_id
         WHERE discarded_at IS NULL AND version > 0 AND saved_in_session = :session`,
        { session },
      ),
    )
    .toSorted((a, b) => b.savedAt - a.savedAt);
}
