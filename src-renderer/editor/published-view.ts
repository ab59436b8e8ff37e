import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { DocumentJson } from '@domain/document/json';
import { parseDocument } from '@domain/document/node';
import type { SurfaceAttributes } from './draft-view';
import { foundMarksPlugin } from './plugins/found-marks';
import { photoViews, type PhotoTexts } from './photos/photo-view';
import { menuKeysPlugin } from './plugins/menu-keys';
import { notesPlugin } from './plugins/notes';
import { styleMarksPlugin, type StyleEvents } from './plugins/style-marks';
import { searchMarksPlugin } from './plugins/search-marks';

/** What the view tells its component. */
export type PublishedViewEvents = {
  readonly photos: () => PhotoTexts;
  readonly selected: (state: EditorState) => void;
  readonly noteActivated: (noteId: string) => void;
  readonly noteOpened: (noteId: string) => void;
  readonly style: () => StyleEvents | undefined;
};

/** Every way of changing text by hand; selecting, copying and moving the caret stay. */
const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'] as const;

/**
 * Mounts a document that is read and annotated, never changed. It takes the caret, so that words
 * can be selected from the keyboard; its state lets no change through.
 */
export function mountPublished(
  place: HTMLElement,
  json: DocumentJson,
  attributes: SurfaceAttributes,
  events: PublishedViewEvents,
): EditorView | null {
  const document = parseDocument(json);
  if (!document.ok) return null;
  const refuse = (_view: EditorView, event: Event) => {
    event.preventDefault();
    return true;
  };
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: document.value,
      plugins: [
        menuKeysPlugin(),
        notesPlugin(events.noteActivated, events.noteOpened, 'read'),
        // After the notes: on words with both, Alt+Enter goes to the note.
        styleMarksPlugin(events.style),
        searchMarksPlugin(),
        foundMarksPlugin(),
      ],
    }),
    attributes: { ...attributes, 'aria-readonly': 'true' },
    nodeViews: photoViews(events.photos, null),
    handleDOMEvents: Object.fromEntries(refused.map((name) => [name, refuse])),
    dispatchTransaction: (transaction) => {
      if (transaction.docChanged) return;
      const before = view.state.selection;
      view.updateState(view.state.apply(transaction));
      if (!view.state.selection.eq(before)) events.selected(view.state);
    },
  });
  return view;
}
