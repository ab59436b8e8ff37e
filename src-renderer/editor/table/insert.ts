import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { insertTable, type NewTable } from './commands';

/** Whether a table can be put in where the caret is. */
export function mayPutTable(state: EditorState): boolean {
  return insertTable({ rows: 1, columns: 1, header: false })(state);
}

/** Puts a table in at the caret, or nothing; the caret goes on in the text. */
export function putTable(view: EditorView, table: NewTable | null): void {
  if (table !== null) insertTable(table)(view.state, view.dispatch, view);
  view.focus();
}
