import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
import type { ScheduledDraft } from '../archive/client';
import type { ServiceContext } from './context';
import type { PublishingService } from './publishing';

/** How late a draft may still be published by itself, in ms. Later, a person is asked. */
export const lateness = 60_000;

/** What a look at the scheduled drafts came to. */
export type Tick = {
  /** ms; when the next one is due, or null. */
  readonly next: number | null;
  /** Whether a person must be asked about one that was not asked about before. */
  readonly asks: boolean;
  /** The drafts that were published. */
  readonly published: readonly string[];
};

/** Publishing drafts at their hour, and asking where that could not be. */
export type ScheduleService = ReturnType<typeof createScheduleService>;

export function createScheduleService(context: ServiceContext, publishing: PublishingService) {
  const { archive, now, changed } = context;
  /** Why a draft could not be published at its hour; the next start finds out again. */
  const refused = new Map<string, AppError>();
  const asked = new Set<string>();
  return {
    /** Has a draft published by itself at its hour, or takes that back. */
    async schedule(
      request: RequestOf<'draft.schedule'>,
    ): Promise<Result<ResponseOf<'draft.schedule'>, AppError>> {
      const scheduled = await archive.write('scheduleDraft', { ...request, now: now() });
      if (!scheduled.ok) return scheduled;
      refused.delete(request.draftId);
      asked.delete(request.draftId);
      changed([scheduled.value.dispatchId]);
      return ok({});
    },

    /**
     * Publishes what is due. A draft that is later than {@link lateness} (the machine slept, the
     * workstation was closed), or was written on since it was made ready, or is refused, waits for
     * a person.
     */
    async tick(): Promise<Result<Tick, AppError>> {
      const drafts = await archive.read('readDueDrafts', {});
      if (!drafts.ok) return drafts;
      const due = drafts.value.filter(({ at }) => at <= now());
      const ended: string[] = [];
      for (const { draftId, at, version, present, author } of due) {
        if (now() - at > lateness || version !== present || refused.has(draftId)) continue;
        const stamp = { by: 'clock' } as const;
        const request = { draftId, version, key: draftId, author, stamp };
        const published = await publishing.publish(request);
        if (published.ok) ended.push(draftId);
        else refused.set(draftId, published.error);
      }
      const left = await archive.read('readDueDrafts', {});
      if (!left.ok) return left;
      const waiting = left.value.filter(({ at }) => at <= now());
      const asks = waiting.some(({ draftId }) => !asked.has(draftId));
      for (const { draftId } of waiting) asked.add(draftId);
      return ok({
        next: left.value.find(({ at }) => at > now())?.at ?? null,
        asks,
        published: ended,
      });
    },

    /** The drafts whose hour has passed, and why each was not published. */
    async missed(): Promise<Result<ResponseOf<'schedule.missed'>, AppError>> {
      const drafts = await archive.read('readDueDrafts', {});
      if (!drafts.ok) return drafts;
      const missed = drafts.value.flatMap((draft) => missedOf(draft, now(), refused));
      return ok({ missed });
    },
  };
}

type Missed = ResponseOf<'schedule.missed'>['missed'][number];

/** A draft whose hour has passed, and why; nothing for one that is yet to be published by itself. */
function missedOf(
  { draftId, dispatchId, at, zone, version, present }: ScheduledDraft,
  now: number,
  refused: ReadonlyMap<string, AppError>,
): readonly Missed[] {
  const error = refused.get(draftId);
  const late = now - at > lateness;
  if (at > now || !(late || version !== present || error !== undefined)) return [];
  const why = error !== undefined ? 'refused' : version === present ? 'late' : 'changed';
  return [
    { draftId, dispatchId, at, zone, why, check: error?.facts?.['check']?.toString() ?? null },
  ];
}
