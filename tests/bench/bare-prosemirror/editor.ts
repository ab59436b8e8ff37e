import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { takeSchema } from '../../../src-main/domain/document/schema';

// The least editor of the same document: a state, a view, the base keys and undo. The document's
// JSON is put beside this page when it is built.
const answer: unknown = await (await fetch('./document.json')).json();
const place = document.querySelector('main');
const doc = takeSchema.nodeFromJSON(answer);
const plugins = [history(), keymap(baseKeymap)];
const view = new EditorView(place, {
  state: EditorState.create({ doc, plugins }),
  attributes: { role: 'textbox', 'aria-multiline': 'true' },
});
view.focus();
