import type { Trace } from '../../contract/trace';
import { correctedWords, sentencesToTrace, type TraceWanted } from '../../domain/trace/wanted';
import { effectOf } from '../../domain/record/take';
import type { StoryTake } from '../../domain/record/story';
import { first, type ReadableDb } from '../database';
import { readStoryTakes } from '../queries/story-takes';
import { Refusal } from '../refusal';

/** What is traced for a take. */
export type TraceSource = {
  readonly take: Trace['take'];
  readonly of: Trace['of'];
  readonly wanted: TraceWanted;
  /** The takes whose words these are: they hold them by definition. */
  readonly takeIds: ReadonlySet<string>;
  /** The takes that carried these words out, by their numbers: a kill or a correction itself does not. */
  readonly ordinals: readonly number[];
};

/**
 * What is to be traced for a take: its own sentences; for a kill, those of every take that readers
 * had of the dispatch; for a correction that says so, the words it put right. Refuses with
 * `not-found`.
 */
export function sourceOf(db: ReadableDb, takeId: string): TraceSource {
  const facts = first<Omit<Trace['take'], 'ordinal' | 'kind'>>(
    db,
    `SELECT take.id, take.dispatch_id AS dispatchId, slug, headline
     FROM take JOIN dispatch ON dispatch.id = take.dispatch_id
     JOIN wire_row ON wire_row.dispatch_id = take.dispatch_id WHERE take.id = :takeId`,
    { takeId },
  );
  if (facts === undefined) throw new Refusal('not-found', 'take');
  const takes = readStoryTakes(db, facts.dispatchId);
  const take = takes.find(({ id }) => id === takeId);
  if (take === undefined) throw new Refusal('not-found', 'take');
  const { ordinal, kind, carries } = take;
  const described = { ...facts, ordinal, kind };
  if (kind === 'kill') {
    const had = takes.filter((one) => effectOf[one.kind] !== 'leaves' && one.kind !== 'kill');
    return { take: described, of: 'withdrawn', ...words(had, [take, ...had]) };
  }
  if (carries.of === 'correction') {
    const corrected = takes.find(({ id }) => id === carries.corrects) ?? null;
    return {
      take: described,
      of: 'put-right',
      wanted: correctedWords(carries.wrong, corrected?.document ?? null),
      takeIds: new Set([takeId, carries.corrects]),
      ordinals: corrected === null ? [] : [corrected.ordinal],
    };
  }
  return { take: described, of: 'take', ...words([take], [take]) };
}

function words(
  of: readonly StoryTake[],
  holders: readonly StoryTake[],
): Pick<TraceSource, 'wanted' | 'takeIds' | 'ordinals'> {
  return {
    wanted: sentencesToTrace(of.map(({ document }) => document)),
    takeIds: new Set(holders.map(({ id }) => id)),
    ordinals: of.map(({ ordinal }) => ordinal),
  };
}
