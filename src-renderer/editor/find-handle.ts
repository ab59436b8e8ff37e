import type { EditorView } from 'prosemirror-view';
import { replacePlaces, selectRange } from './replace';
import type { FindHandle } from './types';

/** What may be asked of the draft in a view about words to be found and replaced. */
export function findHandle(view: EditorView): FindHandle {
  return {
    selection: () => ({ from: view.state.selection.from, to: view.state.selection.to }),
    select: (document, range) => {
      if (view.state.doc !== document) return false;
      view.dispatch(selectRange(view.state, range));
      return true;
    },
    replace: (document, places, replacement, is) => {
      if (view.state.doc !== document) return false;
      const transaction = replacePlaces(view.state, places, replacement, is);
      if (transaction.docChanged) view.dispatch(transaction);
      return true;
    },
  };
}
