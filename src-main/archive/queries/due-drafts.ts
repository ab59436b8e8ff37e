import type { ScheduleModel } from '../../contract/models';
import { all, type ReadableDb } from '../database';

/** A draft that is to be published by itself. */
export type ScheduledDraft = ScheduleModel & {
  readonly draftId: string;
  readonly dispatchId: string;
  /** The version it has now. */
  readonly present: number;
};

/** The drafts to be published by themselves, the next one first. */
export function readDueDrafts(db: ReadableDb): readonly ScheduledDraft[] {
  const rows = all<{ draftId: string; dispatchId: string; present: number; schedule: string }>(
    db,
    `SELECT id AS draftId, dispatch_id AS dispatchId, version AS present, schedule FROM draft
     WHERE schedule IS NOT NULL AND discarded_at IS NULL`,
  );
  return rows
    .map(({ schedule, ...row }) => ({ ...row, ...(JSON.parse(schedule) as ScheduleModel) }))
    .toSorted((a, b) => a.at - b.at);
}
