import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { takeSchema } from '../../../src-main/domain/document/schema';

/** The document's JSON, put here when the page is built. */
declare const bareDocument: unknown;

// The least editor of the same document: a state, a view, the base keys and undo.
const view = new EditorView(document.querySelector('main'), {
  state: EditorState.create({
    doc: takeSchema.nodeFromJSON(bareDocument),
    plugins: [history(), keymap(baseKeymap)],
  }),
  attributes: { role: 'textbox', 'aria-multiline': 'true' },
});
view.focus();
