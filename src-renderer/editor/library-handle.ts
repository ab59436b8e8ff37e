import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { offsetToPosition } from '@domain/document/canonical-text';
import { takeSchema } from '@domain/document/schema';
import type { LibraryWords } from '@domain/library/entry';
import { indexLibrary, offersIn } from '@domain/library/offers';

/** Puts what the library says of a term into the draft in a view; false where the term is not in it. */
export function insertFromLibrary(view: EditorView, entry: LibraryWords): boolean {
  const transaction = insertion(view.state, entry);
  if (transaction === null) return false;
  view.dispatch(transaction.scrollIntoView());
  view.focus();
  return true;
}

/**
 * An explanation goes after the first place of the term, background after the block with that, as a
 * paragraph for each of its lines. The caret goes to the end of it.
 */
export function insertion(state: EditorState, entry: LibraryWords): Transaction | null {
  const [offer] = offersIn(state.doc, indexLibrary([entry]));
  if (offer === undefined) return null;
  const end = offsetToPosition(state.doc, offer.end);
  const { tr } = state;
  if (entry.use === 'explanation') {
    const text = ` ${entry.text.replaceAll('\n', ' ')}`;
    tr.insertText(text, end);
    return tr.setSelection(TextSelection.create(tr.doc, end + text.length));
  }
  const paragraphs = entry.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => takeSchema.node('paragraph', null, takeSchema.text(line.trim())));
  const $end = state.doc.resolve(end);
  // Nothing stands after the sign-off.
  const after = $end.node(1).type.name === 'signoff' ? $end.before(1) : $end.after(1);
  tr.insert(after, paragraphs);
  const length = paragraphs.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(after + length - 1), -1));
}
