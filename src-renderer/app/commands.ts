import type { CommandId } from '@contract/commands';
import { linkTo } from '@contract/link';
import { correctable } from '@domain/record/carries';
import { call } from '../bridge/bridge';
import { readOnlyNow } from '../state/access';
import { openArchive } from '../state/archive';
import { compareOpenDispatch } from '../state/compare';
import { showDialog, showMargin, showView, togglePane, useDesk } from '../state/desk';
import { useLiveDraft } from '../state/draft';
import { appendDraft, createDispatch, restoreDraft } from '../state/drafts';
import { withFound } from '../features/search/found';
import { focusNextPane, focusSearch, toggleFocusMode } from '../state/focus';
import { chooseImport, importText } from '../state/imports';
import {
  composeOnDispatch,
  composeOnPhoto,
  composeOnSelection,
  composeOnTake,
  focusCard,
  importNotes,
  neighbour,
  noteOrder,
  showWords,
} from '../state/notes';
import { openLibrary, showOffers } from '../state/library';
import { togglePublishedStyle } from '../state/published-style';
import { toggleTypographyHere } from '../state/typography';
import { chooseForDraft, nextField, openTemplates } from '../state/templates';
import { signDraft } from '../state/sign';
import { mergeOpenDraft } from '../state/merge';
import { undoReplace } from '../state/find-everywhere';
import { showDropped, typesetPasted } from '../state/paste';
import { openFind } from '../state/find-in-draft';
import { openWindow } from '../state/windows';
import { copyDispatch, exportDispatch, printDispatch, saveProof } from '../state/release';
import { knownDispatch } from '../state/queries';
import { say, sayError } from '../state/toasts';
import { copyText } from '../ui/copyText';
import { askMark, nextMark } from '../state/style';
import { nextSuggestion, settle, toggleSuggesting } from '../state/suggest';
import { loadTopics } from '../state/topics';
import { startTour } from '../state/tour';
import { traceShown } from '../state/trace';
import type { Locale } from '../ui/i18n/Locale';
import { styleText } from '../ui/styleText';
import {
  prefer,
  stepSheet,
  toggleInvisibles,
  toggleStyleMarks,
  toggleTypewriter,
} from './preferring';

/** What a command needs to know of the window. */
export type CommandContextValue = { readonly locale: Locale; readonly archiveIsOpen: boolean };

type Run = (context: CommandContextValue) => void;

/** Commands that also work under a dialog or without an archive. */
const always: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.undo',
  'edit.redo',
  'view.theme-system',
  'view.theme-light',
  'view.theme-dark',
  'view.theme-contrast',
  'view.language-system',
  'view.language-fr',
  'view.language-en',
]);
/** Commands that work without an archive. */
const withoutArchive: ReadonlySet<CommandId> = new Set<CommandId>([
  ...always,
  'archive.open',
  'archive.open-sample',
  'archive.new',
  'app.preferences',
  'app.palette',
  'help.open',
  'help.shortcuts',
  'help.licences',
  'help.diagnostics',
]);

/** Commands that change the archive. */
const writing: ReadonlySet<CommandId> = new Set<CommandId>([
  'dispatch.new',
  'dispatch.new-from-template',
  'import.choose',
  'import.paste',
  'edit.undo-replace',
  'draft.append-update',
  'draft.append-correction',
  'draft.publish',
  'draft.sign',
  'draft.from-template',
  'format.typography-here',
  'draft.discard',
  'draft.restore',
  'draft.merge',
  'dispatch.something-wrong',
  'dispatch.embargo',
  'dispatch.subjects',
  'dispatch.persons',
  'topics.load',
  'note.add',
  'note.on-photo',
  'note.on-take',
  'note.on-dispatch',
  'note.import',
]);

const runs: Readonly<Record<CommandId, Run>> = {
  'dispatch.new': ({ locale }) => void createDispatch(locale.language),
  'dispatch.new-from-template': () => showDialog('new-from-template'),
  'dispatch.open-quickly': () => showDialog('open-quickly'),
  'window.new': () => void openWindow(null),
  'dispatch.open-in-window': () => openInWindow(),
  'import.choose': () => void chooseImport(),
  'import.paste': ({ locale }) => void importClipboard(locale),
  'exchange.folders': () => showDialog('folders'),
  'topics.load': ({ locale }) => void takeTopics(locale),
  'archive.open': () => void openArchive('archive.choose'),
  'archive.open-sample': () => void openArchive('archive.open-sample'),
  'archive.new': () => void openArchive('archive.create'),
  'archive.backup': ({ locale }) => void backUp(locale),
  'archive.backups': () => showDialog('backups'),
  'archive.verify': () => showDialog('verify'),
  'edit.undo': () => undoOrRedo('edit.undo'),
  'edit.redo': () => undoOrRedo('edit.redo'),
  'edit.find': () => openFind('dispatch'),
  'edit.replace': () => openFind('draft'),
  'edit.replace-everywhere': () => showDialog('find-everywhere'),
  'edit.pasted': () => showDropped(),
  'edit.typeset-pasted': () => typesetPasted(),
  'edit.undo-replace': () => void undoReplace(null),
  'draft.append-update': () => void appendDraft('update'),
  'draft.append-correction': () => correct(),
  'draft.publish': () => withDraft('publish'),
  'draft.sign': () => signDraft(),
  'draft.from-template': () => chooseForDraft(),
  'draft.discard': () => withDraft('discard'),
  'draft.restore': () => void restoreDraft(),
  'draft.discarded': () => showDialog('discarded'),
  'draft.merge': () => mergeOpenDraft(),
  'dispatch.something-wrong': () => somethingWrong(),
  'dispatch.embargo': () => aboutDispatch('embargo'),
  'dispatch.subjects': () => aboutDispatch('subjects'),
  'dispatch.persons': () => aboutDispatch('persons'),
  'dispatch.copy': () => void copyDispatch(),
  'dispatch.copy-link': () => copyLink(),
  'dispatch.compare': () => void compareOpenDispatch(),
  'dispatch.export': () => void exportDispatch(),
  'dispatch.export-as': () => showDialog('export'),
  'dispatch.print': () => void printDispatch(),
  'dispatch.save-proof': () => void saveProof(),
  'dispatch.trace': () => traceShown(),
  'note.add': () => {
    if (!composeOnSelection()) say('toast.no-selection');
  },
  'note.on-photo': () => {
    if (!composeOnPhoto()) say('toast.no-photo');
  },
  'note.on-take': () => noteOnTake(),
  'note.on-dispatch': () => {
    const { dispatchId } = useDesk.getState();
    if (dispatchId === null) say('toast.no-dispatch');
    else composeOnDispatch(dispatchId);
  },
  'note.next': () => goToNote(1),
  'note.previous': () => goToNote(-1),
  'note.import': () => {
    const { dispatchId } = useDesk.getState();
    if (dispatchId === null) say('toast.no-dispatch');
    else void importNotes(dispatchId);
  },
  'library.offers': () => showOffers(),
  'library.open': () => openLibrary(),
  'template.open': () => openTemplates(null),
  'format.emphasis': () => format('format.emphasis'),
  'format.strong': () => format('format.strong'),
  'format.link': () => format('format.link'),
  'block.lead': () => format('block.lead'),
  'block.paragraph': () => format('block.paragraph'),
  'block.crosshead': () => format('block.crosshead'),
  'block.quote': () => format('block.quote'),
  'block.attribution': () => format('block.attribution'),
  'block.list': () => format('block.list'),
  'block.numbered-list': () => format('block.numbered-list'),
  'block.separator': () => format('block.separator'),
  'block.photo': () => {
    const { handle } = useLiveDraft.getState();
    if (handle === null) say('toast.no-draft');
    else handle.choosePhotos();
  },
  'table.insert': () => format('table.insert'),
  'table.row-above': () => format('table.row-above'),
  'table.row-below': () => format('table.row-below'),
  'table.row-delete': () => format('table.row-delete'),
  'table.column-before': () => format('table.column-before'),
  'table.column-after': () => format('table.column-after'),
  'table.column-delete': () => format('table.column-delete'),
  'table.header': () => format('table.header'),
  'table.delete': () => format('table.delete'),
  'format.next-field': () => nextField(),
  'format.typography': () => typesetDraft(),
  'format.typography-here': () => void toggleTypographyHere(),
  'format.language-fr': () => format('format.language-fr'),
  'format.language-en': () => format('format.language-en'),
  'format.language-other': () => format('format.language-other'),
  'suggest.toggle': () => toggleSuggesting(),
  'suggest.next': () => nextSuggestion(),
  'suggest.accept': () => settle('accept', { which: 'selected' }),
  'suggest.reject': () => settle('reject', { which: 'selected' }),
  'style.next': ({ locale }) => nextMark(1, (mark) => styleText(locale.t, locale.format, mark)),
  'style.previous': ({ locale }) =>
    nextMark(-1, (mark) => styleText(locale.t, locale.format, mark)),
  'style.menu': () => askMark(),
  'style.published': () => togglePublishedStyle(),
  'search.archive': () => focusSearch(),
  'search.export-list': () => withFound('search.export-list'),
  'search.export-dispatches': () => withFound('search.export-dispatches'),
  'search.print': () => withFound('search.print'),
  'search.add-subject': () => withFound('search.add-subject'),
  'view.wire': () => togglePane('wireOpen'),
  'view.margin': () => togglePane('marginOpen'),
  'view.notes': () => showMargin('notes'),
  'view.details': () => showMargin('details'),
  'view.history': () => showMargin('history'),
  'view.checks': () => showMargin('checks'),
  'view.time-line': () => showDialog('time-line'),
  'view.life-line': () => aboutDispatch('life-line'),
  'view.takes': () => showView('takes'),
  'view.story': () => showView('story'),
  'view.as-it-read': () => showView('as-it-read'),
  'view.invisibles': () => toggleInvisibles(),
  'view.style-marks': () => toggleStyleMarks(),
  'view.focus-mode': () => toggleFocusMode(),
  'view.typewriter': () => toggleTypewriter(),
  'view.measure-wider': () => stepSheet('measure', 2),
  'view.measure-narrower': () => stepSheet('measure', -2),
  'view.text-larger': () => stepSheet('textSize', 1),
  'view.text-smaller': () => stepSheet('textSize', -1),
  'view.next-pane': () => focusNextPane(),
  'view.theme-system': () => prefer({ theme: 'system' }),
  'view.theme-light': () => prefer({ theme: 'light' }),
  'view.theme-dark': () => prefer({ theme: 'dark' }),
  'view.theme-contrast': () => prefer({ theme: 'contrast' }),
  'view.language-system': () => prefer({ language: 'system' }),
  'view.language-fr': () => prefer({ language: 'fr' }),
  'view.language-en': () => prefer({ language: 'en' }),
  'app.preferences': () => showDialog('preferences'),
  'app.palette': () => showDialog('palette'),
  'help.open': () => showDialog('help'),
  'help.tour': () => startTour(),
  'help.shortcuts': () => showDialog('shortcuts'),
  'help.licences': () => showDialog('licences'),
  'help.diagnostics': () => showDialog('diagnostics'),
};

/** Runs a command, from wherever it comes: the menu, its shortcut, or a button. */
export function runCommand(id: CommandId, context: CommandContextValue): void {
  if (useDesk.getState().dialog !== null && !always.has(id)) return;
  if (!context.archiveIsOpen && !withoutArchive.has(id)) return;
  const refusal = writing.has(id) ? readOnlyNow() : undefined;
  if (refusal === undefined) runs[id](context);
  else sayError(refusal);
}

function aboutDispatch(dialog: 'embargo' | 'subjects' | 'persons' | 'life-line'): void {
  if (useDesk.getState().dispatchId === null) say('toast.no-dispatch');
  else showDialog(dialog);
}

function withDraft(dialog: 'publish' | 'discard'): void {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch?.draft == null || useLiveDraft.getState().handle === null) say('toast.no-draft');
  else showDialog(dialog);
}

function correct(): void {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch !== undefined && dispatch.takes.length === 0) say('toast.no-published');
  else void appendDraft('correction', correctable(dispatch?.takes ?? []).at(-1)?.id ?? null);
}

function somethingWrong(): void {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch === undefined) say('toast.no-dispatch');
  else if (dispatch.takes.length === 0) say('toast.no-published');
  else if (dispatch.draft !== null) say('toast.has-draft');
  else if (dispatch.takes.some((take) => take.kind === 'kill')) say('toast.killed');
  else showDialog('something-wrong');
}

/** Copies a link that opens the dispatch, as it read at the instant that is shown. */
function copyLink(): void {
  const { dispatchId, readAt } = useDesk.getState();
  if (dispatchId === null) say('toast.no-dispatch');
  else if (copyText(linkTo(dispatchId, readAt))) say('toast.link-copied', undefined, 'good');
  else say('toast.not-copied');
}

function format(id: CommandId): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (!handle.run(id)) say('toast.not-here');
}

function typesetDraft(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else say('toast.typeset', { count: handle.typeset() });
}

/** Undoes in the field that has the focus, else in the draft. */
function undoOrRedo(id: 'edit.undo' | 'edit.redo'): void {
  const { activeElement } = document;
  // The slug, dateline and byline are undone with the draft.
  const isOfDraft = activeElement?.hasAttribute('data-heading-field') === true;
  if (isTextField(activeElement) && !isOfDraft) {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way to a field's own undo history
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  } else {
    useLiveDraft.getState().handle?.run(id);
  }
}

/** The kinds of input in which something is chosen, not written. */
const chosenIn: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range']);

/** Whether an element is written in, and has an undo history of its own: a check box has none. */
function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !chosenIn.has(element.type);
}

function noteOnTake(): void {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch === undefined || !composeOnTake(dispatch)) say('toast.no-dispatch');
}

function goToNote(step: 1 | -1): void {
  const desk = useDesk.getState();
  const dispatch = knownDispatch(desk.dispatchId);
  const next =
    dispatch === undefined ? undefined : neighbour(noteOrder(dispatch), desk.activeNoteId, step);
  if (next === undefined) {
    say('toast.no-notes');
    return;
  }
  showWords(next);
  focusCard(next);
}

function openInWindow(): void {
  const { dispatchId } = useDesk.getState();
  if (dispatchId === null) say('toast.no-dispatch');
  else void openWindow(dispatchId);
}

async function importClipboard(locale: Locale): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // The clipboard may not be read: the person pastes by hand.
    showDialog('paste');
    return;
  }
  if (text.trim() === '') {
    say('import.nothing');
    return;
  }
  const time = locale.format.clock(Date.now());
  await importText(text, locale.t('import.pasted-name', { time }));
}

async function backUp(locale: Locale): Promise<void> {
  const outcome = await call('archive.backup', {});
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  const { path, byteLength } = outcome.value;
  say('toast.backup', { path, size: locale.format.bytes(byteLength) }, 'good');
}

async function takeTopics({ format }: Locale): Promise<void> {
  const known = await loadTopics();
  if (known === null) return;
  const { count, release } = known;
  const released = release === null ? NaN : Date.parse(release);
  const day = Number.isNaN(released) ? '–' : format.date(released);
  say('toast.topics-loaded', { count, release: day }, 'good');
}
