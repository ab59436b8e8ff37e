import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { suggestionsOf, type Suggestion } from '@domain/suggest/suggestions';
import {
  nextSuggestion,
  settleSuggestions,
  showSuggestions,
  toggleSuggesting,
} from './plugins/suggesting';
import type { SuggestHandle } from './types';

/** What may be asked of the draft in a view about its suggestions. */
export function suggestHandle(view: EditorView): SuggestHandle {
  return {
    toggle: () => {
      const transaction = toggleSuggesting(view.state);
      if (transaction !== null) view.dispatch(transaction);
      return transaction !== null;
    },
    settle: (how, which) => {
      const before = suggestionsOf(view.state.doc).length;
      const transaction = settleSuggestions(view.state, how, which);
      if (transaction === null) return 0;
      view.dispatch(transaction);
      return Math.max(1, before - suggestionsOf(view.state.doc).length);
    },
    next: () => {
      const next = nextSuggestion(view.state);
      if (next === undefined) return false;
      const { doc, tr } = view.state;
      const { from } = next.now;
      const to = next.is === 'blocks' ? from : next.now.to;
      const selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
      view.dispatch(tr.setSelection(selection).scrollIntoView());
      view.focus();
      return true;
    },
    show: (shown) => view.dispatch(showSuggestions(view.state, shown)),
  };
}

/** What a suggestion does, as the end of a catalogue key. */
export function doesOf(
  is: Suggestion['is'],
  removed: string,
  added: string,
): 'inserts' | 'deletes' | 'replaces' | 'form' | 'blocks' {
  if (is !== 'words') return is;
  if (removed === '') return 'inserts';
  return added === '' ? 'deletes' : 'replaces';
}
