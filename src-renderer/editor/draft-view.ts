import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { CommandId } from '@contract/commands';
import type { DraftModel } from '@contract/models';
import type { Anchor } from '@domain/annotation/annotation';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { lengthLimits } from '@domain/record/lengths';
import { uuidv7 } from 'uuidv7';
import { call } from '../bridge/bridge';
import { say } from '../state/toasts';
import { blockCommands, setLink } from './block-commands';
import { keepDraft, openDraft } from './open-drafts';
import { foundMarksPlugin } from './plugins/found-marks';
import { choosePhotos } from './photos/insert';
import { lastPasted, pastePlugin, type PasteEvents } from './paste/plugin';
import { photoFilesPlugin } from './photos/from-clipboard';
import { photoViews, type PhotoTexts } from './photos/photo-view';
import { placingPlugin } from './photos/placing';
import { headingPlugin } from './plugins/heading';
import { inHandPlugin } from './plugins/in-hand';
import { invisiblesPlugin } from './plugins/invisibles';
import { draftKeys } from './plugins/keys';
import { longTextPlugin } from './plugins/long-text';
import { menuKeysPlugin } from './plugins/menu-keys';
import { metersPlugin, type MeterSettings } from './plugins/meters';
import { noteRanges, notesPlugin } from './plugins/notes';
import { placeholdersPlugin, type Placeholders } from './plugins/placeholders';
import { searchMarksPlugin } from './plugins/search-marks';
import { slashPlugin, type SlashTexts } from './plugins/slash';
import { styleMarksPlugin, type StyleEvents } from './plugins/style-marks';
import { fillsField, templateFieldsPlugin } from './plugins/template-fields';
import { suggestingPlugin, type SuggestingSettings } from './plugins/suggesting';
import {
  typesetTransaction,
  typographyPlugin,
  type TypographySettings,
} from './plugins/typography';
import { quotationsAllowed, quotedWordsChanged } from './quotation-guard';
import type { SaveState } from './types';
import { shareDraft, type DraftArchive, type SharedDraft } from './shared-draft';
import { sharingPlugin } from './sharing';
import { tableMenuPlugin, type TableTexts } from './table/menu';
import { tablePlugin } from './table/plugin';
import { undoPlugin } from './undo';
import { shownAgain, tellElsewhere } from './unsaved';

/** What the view tells its component. */
export type DraftViewEvents = {
  readonly changed: (state: EditorState) => void;
  readonly selected: (state: EditorState) => void;
  readonly saved: (state: SaveState) => void;
  readonly noteActivated: (noteId: string) => void;
  readonly noteOpened: (noteId: string) => void;
  readonly placeholders: () => Placeholders;
  readonly typography: () => TypographySettings;
  readonly suggesting: () => SuggestingSettings;
  readonly style: () => StyleEvents;
  readonly lengths: () => MeterSettings;
  readonly photos: () => PhotoTexts;
  readonly paste: () => PasteEvents;
  readonly slash: () => SlashTexts;
  readonly table: () => TableTexts;
  /** A table is to be put in: how large is asked first. */
  readonly askTable: () => void;
  /** The caret leaves the text upwards; true where it can. */
  readonly leftUpwards: () => boolean;
  /** A change of quoted words waits until it is said whether they may be changed. */
  readonly quotation: (words: Anchor, proceed: () => void) => void;
  /** Quoted words were changed, as a person said they may be. */
  readonly quotationChanged: (words: Anchor) => void;
};

/** Attributes a surface shows to assistive technology. */
export type SurfaceAttributes = Readonly<Record<string, string>>;

/** While nobody shows a draft, nothing in it is set right. */
const noTypography: TypographySettings = {
  language: 'fr',
  asTyped: [],
  standsFor: () => undefined,
};

/** Of a longer paste its typography is not looked at unasked: that would be felt. */
const mostCounted = 100_000;

/** The IPTC urgency of what has none said. */
const routine = 5;

/** This page among those that write in the same draft. */
const clientId = uuidv7();

// Plugins live as long as a draft's state, components come and go: what they tell goes to whoever
// shows the draft now.
const listeners = new Map<string, DraftViewEvents>();

/** Mounts the editor of a draft, as this window last had it or else as the archive has it. */
export function mountDraft(
  place: HTMLElement,
  draft: DraftModel,
  attributes: SurfaceAttributes,
  events: DraftViewEvents,
): EditorView {
  listeners.set(draft.id, events);
  const known = openDraft(draft.id) ?? begin(draft);
  known.journal.listen(events.saved);
  shownAgain(draft.id);
  const view = new EditorView(place, {
    state: known.state,
    attributes: { ...attributes, 'data-takes-photos': '' },
    nodeViews: photoViews(() => listeners.get(draft.id)?.photos(), { choose: choosePhotoAt }),
    dispatchTransaction: (transaction) => guarded(draft.id, known, transaction),
    handleDOMEvents: {
      blur: () => {
        void known.journal.flush();
        return false;
      },
    },
  });
  keepSelectionFromReact(view);
  known.view = view;
  events.saved(known.journal.clean ? { is: 'saved', at: draft.savedAt } : { is: 'pending' });
  return view;
}

/**
 * Before each commit React reads the selection of a focused `contenteditable`, to put it back, by
 * walking all of its text: with thousands of notes in it, longer than all else at a key. The editor
 * keeps its own selection, so React need not know that it is one; the attribute stays.
 */
function keepSelectionFromReact(view: EditorView): void {
  Object.defineProperty(view.dom, 'contentEditable', { get: () => 'inherit' });
}

function choosePhotoAt(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at + 1))));
  void choosePhotos(view, '');
}

/** Applies a change made here; one of quoted words, once a person has said that they may be changed. */
function guarded(draftId: string, known: SharedDraft, transaction: Transaction): void {
  const words = quotedWordsChanged(transaction);
  const told = listeners.get(draftId);
  if (words === null || told === undefined || fillsField(known.state, transaction)) {
    known.dispatch(transaction);
    return;
  }
  if (!quotationsAllowed(draftId)) {
    told.quotation(words, () => {
      // What was changed meanwhile counts: then the person does it again.
      if (known.state.doc === transaction.before) known.dispatch(transaction);
    });
    return;
  }
  known.dispatch(transaction);
  told.quotationChanged(words);
}

/** Takes the editor down; what is unsent goes to the archive, now or when it can. */
export function unmountDraft(view: EditorView, draftId: string): void {
  listeners.delete(draftId);
  const known = openDraft(draftId);
  if (known !== undefined) {
    if (known.view === view) known.view = null;
    known.journal.listen((saved) => tellElsewhere(draftId, saved));
    void known.journal.flush();
  }
  view.destroy();
}

/** Runs a command of the contract on a draft; false when it does not apply. */
export function runCommand(view: EditorView, command: CommandId): boolean {
  const found = blockCommands[command];
  return found?.(view.state, view.dispatch, view) ?? false;
}

/** Sets the typography of the selection, or of the whole draft, right; the number of changes. */
export function typeset(view: EditorView, language: 'fr' | 'en'): number {
  const { transaction, changes } = typesetTransaction(view.state, language);
  if (changes > 0) view.dispatch(transaction);
  return changes;
}

/** Sets the typography of what was pasted last right, or only counts; the number of changes. */
export function typesetPasted(
  view: EditorView,
  language: 'fr' | 'en',
  how: 'set' | 'count',
): number {
  const part = lastPasted(view.state);
  if (part === null || (how === 'count' && part.to - part.from > mostCounted)) return 0;
  const { transaction, changes } = typesetTransaction(view.state, language, part);
  if (changes > 0 && how === 'set') view.dispatch(transaction);
  return changes;
}

/** Makes the selection a link; the caret stays in the text. */
export function linkSelection(view: EditorView, href: string): void {
  setLink(href)(view.state, view.dispatch, view);
  view.focus();
}

/** What a draft is written with, in the order in which it hears keys. */
function draftPlugins(told: () => DraftViewEvents | undefined): readonly Plugin[] {
  return [
    undoPlugin({ groupDelay: 400, depth: 200, restores: true }),
    sharingPlugin(clientId),
    menuKeysPlugin(),
    // Before the keys: Alt+Enter goes to the note on the words at the caret.
    notesPlugin(
      (noteId) => told()?.noteActivated(noteId),
      (noteId) => told()?.noteOpened(noteId),
      'write',
    ),
    // After the notes: on words with both, Alt+Enter goes to the note.
    styleMarksPlugin(() => told()?.style()),
    // After the marks: on words with one, what can be done about it is offered.
    tableMenuPlugin(() => told()?.table(), runCommand),
    // After the notes' and marks' own keys: what stands above the text.
    headingPlugin(() => told()?.leftUpwards() ?? false),
    // Before the keys: Enter chooses while its menu is open.
    slashPlugin(
      () => told()?.slash(),
      (view, command) => {
        if (command === 'block.photo') void choosePhotos(view, told()?.photos().coming ?? '');
        else if (command === 'table.insert') told()?.askTable();
        else runCommand(view, command);
      },
    ),
    // Before what else is typed: several cells selected are several still.
    tablePlugin(),
    // Before the keys: one Backspace takes back what it changed last.
    typographyPlugin(() => told()?.typography() ?? noTypography),
    ...draftKeys(),
    suggestingPlugin(() => told()?.suggesting() ?? { initials: '', name: () => '' }),
    searchMarksPlugin(),
    foundMarksPlugin(),
    photoFilesPlugin(() => told()?.photos()),
    placingPlugin(),
    pastePlugin(() => told()?.paste()),
    invisiblesPlugin(),
    longTextPlugin(),
    inHandPlugin(),
    metersPlugin(() => told()?.lengths() ?? { urgency: routine, limits: lengthLimits }),
    templateFieldsPlugin(),
    placeholdersPlugin(() => told()?.placeholders() ?? {}),
  ];
}

function begin(draft: DraftModel): SharedDraft {
  const parsed = parseDocument(draft.document);
  const told = () => listeners.get(draft.id);
  const state = EditorState.create({
    doc: parsed.ok ? parsed.value : emptyDocument(draft.kind),
    plugins: draftPlugins(told),
  });
  const shared = shareDraft(state, draft.version, clientId, archiveOf(draft.id), {
    changed: (changed) => told()?.changed(changed),
    selected: (selected) => told()?.selected(selected),
    saved: (saved) => told()?.saved(saved),
    reloaded: () => say('toast.draft-reloaded'),
    rescued: () => say('toast.draft-rescued'),
  });
  keepDraft(draft.id, shared);
  // Another window may have written in it since it was read.
  void shared.journal.lookAgain();
  return shared;
}

function archiveOf(draftId: string): DraftArchive {
  return {
    send: (baseVersion, steps, undo) =>
      call('draft.journal', { draftId, baseVersion, steps: [...steps], clientId, undo }),
    undo: async (version) => {
      const kept = await call('draft.undo', { draftId, clientId, version });
      return kept.ok && kept.value.is === 'kept' ? kept.value : null;
    },
    stepsSince: (version) => call('draft.steps-since', { draftId, version }),
    checkpoint: (version, state) => {
      const [document, notes] = [toJson(state.doc), [...noteRanges(state)]];
      return call('draft.checkpoint', { draftId, version, document, notes });
    },
  };
}
