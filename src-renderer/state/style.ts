import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import { textBlocks } from '@domain/document/canonical-text';
import { parseDocument } from '@domain/document/node';
import { isChecked, keyOf, type TextRules } from '@domain/style/check';
import { dayOf } from '@domain/style/days';
import type { StyleMark } from '@domain/style/marks';
import { namesIn, type NamesOfBlock } from '@domain/style/names';
import type { DispatchModel, TakeModel } from '@contract/models';
import type { StyleFindings, StyleSettings } from '../editor/style-checking';
import { call } from '../bridge/bridge';
import { useLocale } from '../ui/i18n/Locale';
import { announce } from './announce';
import { fetchFrom, queryClient } from './client';
import { useDesk } from './desk';
import { useLiveDraft } from './draft';
import { setPreferences } from './preferences';
import { knownPreferences, usePreferences } from './queries';
import { say, sayError } from './toasts';
import { useNow } from './useNow';

/** A mark about which a person asks, and where its words stand in the window. */
export type AskedMark = {
  readonly mark: StyleMark;
  readonly place: { readonly x: number; readonly y: number };
};

type StyleState = {
  /** What the checks found in the open draft; null while none is open. */
  readonly findings: StyleFindings | null;
  readonly asked: AskedMark | null;
};

/** Spelling and style of the open draft. */
export const useStyle = create<StyleState>()(() => ({ findings: null, asked: null }));

useLiveDraft.subscribe(({ handle }, before) => {
  if (handle !== before.handle) useStyle.setState({ findings: null, asked: null });
});

const hour = 3_600_000;
const noWords: readonly string[] = [];

/** What spelling and style of a dispatch are checked by; the same object until something changes. */
export function useStyleSettings(dispatch: DispatchModel): StyleSettings {
  const { zone } = useLocale();
  const { data } = usePreferences();
  const left = useLeft(dispatch.id);
  const instant = useNow(hour);
  const preferences = data?.preferences;
  const words = preferences?.words ?? noWords;
  const houseForms = preferences?.houseForms ?? noWords;
  const wireCapitals = preferences?.wireCapitals ?? true;
  const drawn = preferences?.styleMarks ?? true;
  // Only the day matters.
  const today = dayOf({ instant, zone });
  const { language, takes } = dispatch;
  return useMemo(() => {
    const elsewhere = takes.slice(-newest).flatMap(namesOfTake);
    const rules: TextRules = { words, houseForms, wireCapitals, today, elsewhere, left };
    return { language, rules, drawn };
  }, [words, houseForms, wireCapitals, today, left, language, takes, drawn]);
}

/** Names are held against those of so many takes before; older ones are long read. */
const newest = 20;
const namesKnown = new WeakMap<TakeModel['document'], readonly NamesOfBlock[]>();

/** The names in a published take; found once. */
function namesOfTake({ document }: TakeModel): readonly NamesOfBlock[] {
  const before = namesKnown.get(document);
  if (before !== undefined) return before;
  const parsed = parseDocument(document);
  const names = parsed.ok
    ? textBlocks(parsed.value)
        .filter(({ type }) => isChecked(type))
        .map(({ text }) => ({ names: namesIn(text) }))
    : [];
  namesKnown.set(document, names);
  return names;
}

const leftKey = (dispatchId: string) => ['style-left', dispatchId] as const;
const nothingLeft: ReadonlySet<string> = new Set<string>();

/** What was left as it is in a dispatch. */
function useLeft(dispatchId: string): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: leftKey(dispatchId),
    queryFn: () => fetchFrom('style.left', { dispatchId }),
  });
  return useMemo(() => (data === undefined ? nothingLeft : new Set(data.left.map(keyOf))), [data]);
}

/** Leaves what a mark speaks of as it is, in the open dispatch, or takes it up again. */
export async function leaveMark({ kind, words }: StyleMark, stays: boolean): Promise<void> {
  const { dispatchId } = useDesk.getState();
  if (dispatchId === null) return;
  const done = await call('style.leave', { dispatchId, left: { kind, words }, stays });
  if (!done.ok) sayError(done.error);
  await queryClient.invalidateQueries({ queryKey: leftKey(dispatchId) });
}

/** Adds the words of a mark to a person's list, or to the desk's. */
export async function addWords({ words }: StyleMark, list: 'words' | 'houseForms'): Promise<void> {
  const known = knownPreferences()?.preferences[list] ?? [];
  if (known.includes(words)) return;
  const error = await setPreferences({ [list]: [...known, words] });
  if (error === null) say(`style.added-${list}`, { words }, 'good');
  else sayError(error);
}

/** Puts words in place of those of a mark. Quoted words are asked about first, as ever. */
export function fixMark(mark: StyleMark, fix: string): void {
  if (useLiveDraft.getState().handle?.style.replace(mark, fix) !== true) say('style.gone');
}

/** Goes to the words of a mark. */
export function showMark(mark: StyleMark): void {
  if (useLiveDraft.getState().handle?.style.show(mark) !== true) say('style.gone');
}

/** Goes to the next mark of the open draft, or the one before, and tells what it says. */
export function nextMark(step: 1 | -1, name: (mark: StyleMark) => string): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) {
    say('toast.no-draft');
    return;
  }
  const mark = handle.style.next(step);
  if (mark === null) say('style.none', undefined, 'good');
  else announce(name(mark));
}

/** Shows what can be done about the mark at the caret. */
export function askMark(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (!handle.style.ask()) say('style.none-here');
}

/** One question at a time: each may take a tenth of a second of the thread that also checks. */
let asking: Promise<unknown> = Promise.resolve();

/** What may be put in place of the words of a mark; null while it is looked for. */
export function useFixes(mark: StyleMark): readonly string[] | null {
  const { kind, words, language } = mark;
  const { data, isError } = useQuery({
    queryKey: ['style-suggest', language, words],
    enabled: kind === 'spelling' && language !== undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const answer = asking.then(() =>
        fetchFrom('style.suggest', { word: words, language: language ?? 'fr' }),
      );
      asking = answer.catch(() => undefined);
      return answer;
    },
  });
  if (kind !== 'spelling') return mark.fixes;
  return isError ? [] : (data?.suggestions ?? null);
}
