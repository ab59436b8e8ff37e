import { create } from 'zustand';
import { useMemo } from 'react';
import { baseOf } from '@domain/suggest/base';
import { suggestionsOf, type Suggestion } from '@domain/suggest/suggestions';
import type { WhichSuggestions } from '../editor/plugins/suggesting';
import { useLiveDraft } from './draft';
import { say } from './toasts';

/** Whether suggestions are shown as such. */
export const useSuggestView = create<{ readonly shown: boolean }>()(() => ({ shown: true }));

/** The suggestions of the open draft; null while it is written plainly. */
export function useSuggestions(): readonly Suggestion[] | null {
  const document = useLiveDraft((live) => live.document);
  return useMemo(
    () => (document === null || baseOf(document) === null ? null : suggestionsOf(document)),
    [document],
  );
}

/** Begins to suggest in the open draft, or ends. */
export function toggleSuggesting(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (!handle.suggest.toggle()) say('suggest.unsettled');
  else showSuggestions(true);
}

/** Accepts or rejects suggestions of the open draft. */
export function settle(how: 'accept' | 'reject', which: WhichSuggestions): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) {
    say('toast.no-draft');
    return;
  }
  const count = handle.suggest.settle(how, which);
  if (count === 0) say('suggest.none-here');
  else say(`suggest.${how}ed`, { count }, 'good');
}

/** Puts the caret at the next suggestion. */
export function nextSuggestion(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (!handle.suggest.next()) say('suggest.none');
}

/** Shows suggestions as such, or the draft as it will read with all of them. */
export function showSuggestions(shown: boolean): void {
  useSuggestView.setState({ shown });
  useLiveDraft.getState().handle?.suggest.show(shown);
}
