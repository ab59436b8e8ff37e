import type { EditorView } from 'prosemirror-view';
import { findWords, replaceAll, selectNext } from './replace';
import type { FindHandle } from './types';

/** What may be asked of the draft in a view about words to be found and replaced. */
export function findHandle(view: EditorView): FindHandle {
  return {
    count: (wanted) => findWords(view.state.doc, wanted).length,
    next: (wanted) => {
      const transaction = selectNext(view.state, wanted);
      if (transaction !== null) view.dispatch(transaction);
      return transaction !== null;
    },
    replaceAll: (wanted, replacement, quotedToo) => {
      const { transaction, replaced, skipped } = replaceAll(
        view.state,
        wanted,
        replacement,
        quotedToo,
      );
      if (transaction.docChanged) view.dispatch(transaction);
      return { replaced, skipped };
    },
  };
}
