import type { DispatchModel } from '@contract/models';
import type { StateRef } from '@contract/record';
import type { ResponseOf } from '@contract/requests';
import type { ComparisonCounts } from '@domain/compare/comparison';
import type { ComparisonWords } from '@domain/compare/words-of-comparison';
import { countTexts } from '../../ui/compared/model';
import type { Locale } from '../../ui/i18n/Locale';

type Words = Pick<Locale, 't' | 'format'>;
type Versions = ResponseOf<'draft.versions'>['versions'];

/** A state that can be chosen: its name as a value, and what it is called. */
export type StateOption = { readonly value: string; readonly label: string };

/** States that can be chosen, by what they are. */
export type StateGroup = { readonly label: string; readonly options: readonly StateOption[] };

/** A state's name as the value of an option; {@link refOf} is its inverse. */
export function valueOf(ref: StateRef): string {
  return JSON.stringify(ref);
}

/** The state an option names. Values come from {@link valueOf} only. */
export function refOf(value: string): StateRef {
  return JSON.parse(value) as StateRef;
}

/**
 * The states of a dispatch that can be compared: each take, the story after each of them, the draft
 * and its kept versions, newest first; and the one chosen now, if it is none of these.
 */
export function stateGroups(
  dispatch: DispatchModel,
  versions: Versions,
  chosen: StateRef,
  words: Words,
): readonly StateGroup[] {
  const { t } = words;
  const groups = [
    { label: t('compare.takes'), options: takeOptions(dispatch, words) },
    { label: t('compare.stories'), options: storyOptions(dispatch, words) },
    { label: t('compare.drafts'), options: draftOptions(dispatch, versions, words) },
  ].filter(({ options }) => options.length > 0);
  const value = valueOf(chosen);
  if (groups.some(({ options }) => options.some((option) => option.value === value))) return groups;
  return [
    { label: t('compare.stories'), options: [{ value, label: oddLabel(chosen, words) }] },
    ...groups,
  ];
}

/** What a state is called, as in the options. */
export function stateLabel(groups: readonly StateGroup[], ref: StateRef): string {
  const value = valueOf(ref);
  const options = groups.flatMap((group) => group.options);
  return options.find((option) => option.value === value)?.label ?? '';
}

function takeOptions({ takes }: DispatchModel, { t, format }: Words): readonly StateOption[] {
  return takes.toReversed().map(({ id, ordinal, kind, stamp }) => ({
    value: valueOf({ of: 'take', takeId: id }),
    label: t('compare.take', {
      ordinal,
      kind: t(`kind.${kind}`),
      stamp: format.stamp(stamp) ?? t('take.time-unknown'),
    }),
  }));
}

function storyOptions({ id, takes }: DispatchModel, { t, format }: Words): readonly StateOption[] {
  const after = takes.toReversed().map(({ ordinal, stamp }) => ({
    value: valueOf({ of: 'story-after', dispatchId: id, ordinal }),
    label: t('compare.story-after', {
      ordinal,
      stamp: format.stamp(stamp) ?? t('take.time-unknown'),
    }),
  }));
  if (takes.length === 0) return [];
  const none = valueOf({ of: 'story-after', dispatchId: id, ordinal: 0 });
  return [...after, { value: none, label: t('compare.story-none') }];
}

function draftOptions(
  { draft }: DispatchModel,
  versions: Versions,
  { t, format }: Words,
): readonly StateOption[] {
  if (draft === null) return [];
  const kept = versions.map(({ version, savedAt }) => ({
    value: valueOf({ of: 'draft', draftId: draft.id, version }),
    label: t('compare.draft-version', { version, time: format.dateTime(savedAt) }),
  }));
  const now = valueOf({ of: 'draft', draftId: draft.id, version: null });
  return [{ value: now, label: t('compare.draft') }, ...kept];
}

/** A state that the dispatch does not list: an instant, or one that has gone since. */
function oddLabel(ref: StateRef, { t, format }: Words): string {
  return ref.of === 'story-at'
    ? t('compare.story-at', { time: format.dateTime(ref.at) })
    : t('compare.gone');
}

/** The words around a comparison that leaves the window. */
export function comparisonWords(
  { language, t, format }: Locale,
  labels: { readonly left: string; readonly right: string },
  counts: ComparisonCounts,
): ComparisonWords {
  const told = countTexts(counts, { t, format });
  return {
    language,
    heading: t('compare.title'),
    ...labels,
    summary: told.length === 0 ? t('compare.same') : told.join(' · '),
    inserted: t('compare.inserted'),
    deleted: t('compare.deleted'),
    formatted: t('compare.formatted'),
    movedHere: t('compare.moved-here'),
    movedAway: t('compare.moved-away'),
  };
}
