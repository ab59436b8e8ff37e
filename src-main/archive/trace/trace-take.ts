import type { Trace, TraceDispatch, TraceHolder, TracePassage } from '../../contract/trace';
import { findNear, searchedText, type Wanted } from '../../domain/trace/near';
import { storyOf } from '../../domain/record/story';
import { terms } from '../../domain/text/tokens';
import { first, type ReadableDb } from '../database';
import { excerpt } from '../queries/excerpt';
import { exportsHolding } from '../queries/exports';
import { readStoryTakes } from '../queries/story-takes';
import { Refusal } from '../refusal';
import { candidatesFor, type Candidate } from './candidates';
import { sourceOf } from './source';

/** A sentence that more other dispatches hold than this is a formula: agencies have many. */
const formulaFrom = 13;
/** Dispatches that are listed. */
const mostDispatches = 200;
/** Longest excerpt of a passage, and what of it may be words around the passage, in UTF-16 units. */
const excerptLength = 420;
const excerptAround = 48;

/** A text with what was found in it. */
type Found = { readonly candidate: Candidate; readonly passages: readonly TracePassage[] };

/**
 * Where the sentences of a take stand in the archive, near-verbatim: takes (replaced and withdrawn
 * ones too), drafts, and drafts put away. A dispatch that shares nothing but formulas is left out,
 * unless `formulas` asks for it. Bounded: see `candidatesFor`.
 */
export function traceTake(
  db: ReadableDb,
  input: { readonly takeId: string; readonly formulas: boolean },
): Trace {
  const { take, of, wanted: traced, takeIds, ordinals } = sourceOf(db, input.takeId);
  const { wanted, tooShort } = traced;
  const candidates = candidatesFor(db, wanted, takeIds);
  const found = candidates.list
    .map((candidate) => ({ candidate, passages: passagesIn(candidate.text, wanted) }))
    .filter(({ passages }) => passages.length > 0);
  const elsewhere = byDispatch(found.filter((one) => one.candidate.dispatchId !== take.dispatchId));
  const spread = wanted.map((_, index) => countHolding(elsewhere, index));
  const isFormula = (index: number): boolean => (spread[index] ?? 0) >= formulaFrom;
  const telling = [...elsewhere].filter(
    ([, texts]) =>
      input.formulas ||
      texts.some(({ passages }) => passages.some(({ sentence }) => !isFormula(sentence))),
  );
  const ranked = telling.toSorted(([, a], [, b]) => sentencesHeld(b) - sentencesHeld(a));
  const own = found.filter((one) => one.candidate.dispatchId === take.dispatchId);
  const listed = ranked.slice(0, mostDispatches).map(([id, texts]) => dispatchOf(db, id, texts));
  const ownDispatch = own.length === 0 ? null : dispatchOf(db, take.dispatchId, own);
  const holding = ordinalsHolding(
    [...listed, ...(ownDispatch === null ? [] : [ownDispatch])],
    new Map([[take.dispatchId, ordinals]]),
  );
  return {
    take,
    of,
    sentences: wanted.map(({ text }, index) => ({
      text,
      dispatches: spread[index] ?? 0,
      formula: isFormula(index),
    })),
    tooShort,
    elsewhere: listed,
    own: ownDispatch,
    exports: [...exportsHolding(db, holding)],
    leftOut: elsewhere.size - telling.length,
    bounded: candidates.bounded || ranked.length > mostDispatches,
  };
}

function passagesIn(text: string, wanted: readonly Wanted[]): readonly TracePassage[] {
  const searched = searchedText(text);
  const passages = wanted.flatMap((one, sentence) =>
    findNear(one, searched).map(({ range, marks, containment }) => ({
      sentence,
      containment,
      range: { ...range },
      excerpt: excerpt(
        text,
        marks,
        Math.min(excerptLength, range.end - range.start + excerptAround),
      ),
      // A block's words are marked block by block.
      runs: marks
        .flatMap(({ start, end }) => text.slice(start, end).split('\n').map(terms))
        .filter((run) => run.length > 0),
    })),
  );
  return passages.toSorted((a, b) => a.range.start - b.range.start);
}

function byDispatch(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const { dispatchId } = one.candidate;
    const group = groups.get(dispatchId);
    if (group === undefined) groups.set(dispatchId, [one]);
    else group.push(one);
  }
  return groups;
}

function countHolding(dispatches: ReadonlyMap<string, readonly Found[]>, sentence: number): number {
  let count = 0;
  for (const texts of dispatches.values()) {
    const holds = texts.some(({ passages }) => passages.some((one) => one.sentence === sentence));
    if (holds) count += 1;
  }
  return count;
}

function sentencesHeld(texts: readonly Found[]): number {
  return new Set(texts.flatMap(({ passages }) => passages.map(({ sentence }) => sentence))).size;
}

function dispatchOf(db: ReadableDb, id: string, texts: readonly Found[]): TraceDispatch {
  const row = first<Pick<TraceDispatch, 'slug' | 'headline' | 'language'> & { hasDraft: number }>(
    db,
    `SELECT slug, coalesce(headline, :firstLine) AS headline, language,
       coalesce(has_draft, 0) AS hasDraft
     FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     WHERE dispatch.id = :id`,
    // A dispatch of which nothing is left but a draft put away is not on the wire.
    { id, firstLine: texts[0]?.candidate.text.split('\n', 1)[0] ?? '' },
  );
  if (row === undefined) throw new Refusal('not-found', 'dispatch');
  const takes = readStoryTakes(db, id);
  const story = storyOf(takes);
  const running = new Set(
    story.is === 'running'
      ? story.sections.map(({ take, correctedBy }) => (correctedBy ?? take).id)
      : [],
  );
  const holderOf = ({ is, id: holderId, at }: Candidate): readonly TraceHolder[] => {
    if (is !== 'take') return [{ is, id: holderId, savedAt: at }];
    const take = takes.find((one) => one.id === holderId);
    if (take === undefined) return [];
    const { ordinal, kind, stamp } = take;
    return [{ is, id: holderId, ordinal, kind, stamp, running: running.has(holderId) }];
  };
  return {
    dispatchId: id,
    slug: row.slug,
    headline: row.headline,
    language: row.language,
    killed: story.is === 'killed',
    hasDraft: row.hasDraft === 1,
    places: texts
      .flatMap(({ candidate, passages }) =>
        holderOf(candidate).map((holder) => ({ holder, passages: [...passages] })),
      )
      .toSorted((a, b) => orderOf(a.holder) - orderOf(b.holder)),
  };
}

/** The takes that hold traced sentences by their numbers, by dispatch, with those known before. */
function ordinalsHolding(
  dispatches: readonly TraceDispatch[],
  known: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const holding = new Map([...known].map(([id, ordinals]) => [id, new Set(ordinals)]));
  for (const { dispatchId, places } of dispatches) {
    const ordinals = places.flatMap(({ holder }) => (holder.is === 'take' ? [holder.ordinal] : []));
    holding.set(dispatchId, new Set([...(holding.get(dispatchId) ?? []), ...ordinals]));
  }
  return new Map([...holding].filter(([, ordinals]) => ordinals.size > 0));
}

/** Takes in their order, then the draft, then drafts put away. */
function orderOf(holder: TraceHolder): number {
  if (holder.is === 'take') return holder.ordinal;
  return holder.is === 'draft' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}
