import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CommandId } from '@contract/commands';
import { commandLabels } from '@contract/labels';
import { useLocale } from '../ui/i18n/Locale';
import { headingFields } from '@domain/document/heading-step';
import type { Suggestion } from '@domain/suggest/suggestions';
import {
  linkSelection,
  mountDraft,
  runCommand,
  typeset,
  typesetPasted,
  unmountDraft,
  type DraftViewEvents,
} from './draft-view';
import { doesOf, suggestHandle } from './suggest-handle';
import { LinkForm } from './LinkForm';
import { TableForm } from './TableForm';
import { mayPutTable, putTable } from './table/insert';
import type { NewTable } from './table/commands';
import type { TableTexts } from './table/menu';
import { onlyWhenOthers } from './only-when-others';
import { becoming, signing } from './become';
import { findHandle } from './find-handle';
import { insertFromLibrary } from './library-handle';
import { openDraft } from './open-drafts';
import { choosePhotos } from './photos/insert';
import type { PhotoTexts } from './photos/photo-view';
import { usePhotoTexts } from './photos/texts';
import { pastGuard } from './quotation-guard';
import { headingChanged, headingOf } from './plugins/heading';
import { setInHand } from './plugins/in-hand';
import { setInvisibles } from './plugins/invisibles';
import { orphanedNotes, setActiveNote, setNotes } from './plugins/notes';
import type { Placeholders } from './plugins/placeholders';
import { setSearchMarks } from './plugins/search-marks';
import type { SlashTexts } from './plugins/slash';
import { selectedPhoto, selectedWords } from './selection';
import { useFoundMarks } from './useFoundMarks';
import { startStyleChecking, type StyleChecking } from './style-checking';
import { styleHandle } from './style-handle';
import type { DraftEditorProps, DraftHandle } from './types';

/** The words the surface shows of its own, in the language of the window. */
function useTexts() {
  const placeholders = usePlaceholders();
  const photos = usePhotoTexts();
  const suggestionName = useSuggestionName();
  const slash = useSlashTexts();
  const table = useTableTexts();
  return { placeholders, photos, suggestionName, slash, table };
}

/** The open draft: a writing surface whose every step goes to the archive's journal. */
export function DraftEditor(props: DraftEditorProps) {
  const texts = useTexts();
  const { draft, label, language, notes, activeNoteId, searchMatchers, invisibles } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const checking = useRef<StyleChecking | null>(null);
  const latest = useRef<Latest>({ ...props, ...texts });
  useLayoutEffect(() => {
    latest.current = { ...props, ...texts };
  });
  const [asking, setAsking] = useState<'link' | 'table' | null>(null);

  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const mounted = mountDraft(
      place.current,
      // The id stands for the draft: what the archive has of it later was written here.
      latest.current.draft,
      { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language },
      eventsFor(
        () => latest.current,
        () => checking.current?.changed(),
        () => setAsking('table'),
      ),
    );
    view.current = mounted;
    const checks = startStyleChecking(
      mounted,
      () => ({ ...latest.current.style, name: latest.current.styleEvents.name }),
      (findings) => latest.current.onStyle(findings),
    );
    checking.current = checks;
    latest.current.onHandle(handleOf(mounted, () => latest.current, setAsking));
    latest.current.onDocument(mounted.state.doc);
    return () => {
      latest.current.onHandle(null);
      checks.stop();
      checking.current = null;
      view.current = null;
      unmountDraft(mounted, draft.id);
    };
  }, [draft.id, label, language]);

  useEffect(() => {
    if (view.current === null) return;
    view.current.dispatch(setNotes(view.current.state, notes));
    latest.current.onOrphans(orphanedNotes(view.current.state));
  }, [notes, draft.id, label, language]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setActiveNote(view.current.state, activeNoteId));
    }
  }, [activeNoteId, draft.id, label, language]);
  const { style, styleEvents } = props;
  useEffect(() => checking.current?.settled(), [style, styleEvents, draft.id]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setInvisibles(view.current.state, invisibles));
    }
  }, [invisibles, draft.id, label, language]);
  const { inHand } = props;
  useEffect(() => {
    if (view.current !== null) view.current.dispatch(setInHand(view.current.state, inHand));
  }, [inHand, draft.id, label, language]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setSearchMarks(view.current.state, searchMatchers));
    }
  }, [searchMatchers, draft.id, label, language]);

  useFoundMarks(view, props.found, `${draft.id} ${label} ${language}`);

  const finishLink = (href: string | null) => {
    setAsking(null);
    if (view.current === null) return;
    if (href === null) view.current.focus();
    else linkSelection(view.current, href);
  };
  const finishTable = (table: NewTable | null) => {
    setAsking(null);
    if (view.current !== null) putTable(view.current, table);
  };
  return (
    <>
      {asking === 'link' && <LinkForm onDone={finishLink} />}
      {asking === 'table' && <TableForm onDone={finishTable} />}
      <div ref={place} />
    </>
  );
}

type Latest = DraftEditorProps & {
  readonly placeholders: Placeholders;
  readonly photos: PhotoTexts;
  readonly suggestionName: (suggestion: Suggestion) => string;
  readonly slash: SlashTexts;
  readonly table: TableTexts;
};

/** What the view of a draft tells, to the component as it last was. */
function eventsFor(
  latest: () => Latest,
  changed: () => void,
  askTable: () => void,
): DraftViewEvents {
  const tellHeading = headingTeller(latest);
  const tellDocument = onceAFrame((document) => latest().onDocument(document));
  const tellOrphans = onlyWhenOthers((noteIds) => latest().onOrphans(noteIds));
  return {
    changed: (state) => {
      changed();
      tellDocument(state.doc);
      tellHeading(state);
      tellOrphans(orphanedNotes(state));
    },
    selected: (state) => {
      const target = { on: 'draft', id: latest().draft.id } as const;
      latest().onSelection(selectedWords(state, target));
      latest().onPhoto(selectedPhoto(state, target));
    },
    saved: (state) => latest().onSaveState(state),
    noteActivated: (noteId) => latest().onNoteActivated(noteId),
    noteOpened: (noteId) => latest().onNoteOpened(noteId),
    placeholders: () => latest().placeholders,
    typography: () => {
      const { language, typography: asTyped, standsFor } = latest();
      return { language, asTyped, standsFor };
    },
    quotation: (words, proceed) => latest().onQuotation(words, proceed),
    quotationChanged: (words) => latest().onQuotationChanged(words),
    style: () => latest().styleEvents,
    lengths: () => ({ urgency: latest().urgency, limits: latest().limits }),
    photos: () => latest().photos,
    slash: () => latest().slash,
    table: () => latest().table,
    askTable,
    leftUpwards: () => latest().onLeftUpwards(),
    paste: () => ({
      coming: latest().photos.coming,
      // Once it is in the text.
      pasted: (dropped) => queueMicrotask(() => latest().onPasted(dropped)),
      refused: () => latest().onPasted(null),
    }),
    suggesting: () => ({ initials: latest().initials, name: latest().suggestionName }),
  };
}

/** What a suggestion does, by whom and when, in the language of the window. */
function useSuggestionName(): (suggestion: Suggestion) => string {
  const { t, format } = useLocale();
  return useMemo(
    () =>
      ({ is, by, at, removed, added }) =>
        t(`suggest.does.${doesOf(is, removed, added)}`, {
          who: by.filter((name) => name !== '').join(', ') || t('note.someone'),
          time: at === null ? '' : format.dateTime(at),
        }),
    [t, format],
  );
}

const slashCommands = [
  'block.photo',
  'block.crosshead',
  'block.quote',
  'block.attribution',
  'block.list',
  'block.numbered-list',
  'table.insert',
  'block.separator',
  'block.lead',
  'block.paragraph',
] as const satisfies readonly CommandId[];

/** What the slash menu offers, by the names the commands have everywhere. */
function useSlashTexts(): SlashTexts {
  const { t, language } = useLocale();
  return useMemo(
    () => ({
      label: t('editor.slash'),
      items: slashCommands.map((id) => ({ id, name: commandLabels[language][id] })),
    }),
    [t, language],
  );
}

const tableCommands = [
  'table.row-above',
  'table.row-below',
  'table.column-before',
  'table.column-after',
  'table.header',
  'table.row-delete',
  'table.column-delete',
  'table.delete',
] as const satisfies readonly CommandId[];

/** What the menu of a table offers, by the names the commands have everywhere. */
function useTableTexts(): TableTexts {
  const { t, language } = useLocale();
  return useMemo(
    () => ({
      label: t('table.menu'),
      items: tableCommands.map((id) => ({ id, name: commandLabels[language][id] })),
    }),
    [t, language],
  );
}

/** What each empty block asks for, in the language of the window. */
function usePlaceholders(): Placeholders {
  const { t } = useLocale();
  return useMemo(
    () => ({
      headline: t('editor.headline'),
      lead: t('editor.lead'),
      paragraph: t('editor.paragraph'),
      crosshead: t('editor.crosshead'),
      attribution: t('editor.attribution'),
      caption: t('editor.caption'),
      credit: t('editor.credit'),
      signoff: t('editor.signoff'),
    }),
    [t],
  );
}

function handleOf(
  view: EditorView,
  latest: () => Latest,
  ask: (what: 'link' | 'table') => void,
): DraftHandle {
  const { draft, language } = latest();
  const draftId = draft.id;
  return {
    draftId,
    focus: () => view.focus(),
    run: (command) => {
      const what = { 'format.link': 'link', 'table.insert': 'table' } as const;
      if (command !== 'format.link' && command !== 'table.insert') return runCommand(view, command);
      const applies =
        command === 'format.link' ? !view.state.selection.empty : mayPutTable(view.state);
      if (applies) ask(what[command]);
      return applies;
    },
    typeset: () => typeset(view, language),
    typesetPasted: (how) => typesetPasted(view, language, how),
    choosePhotos: () => void choosePhotos(view, latest().photos.coming),
    suggest: suggestHandle(view),
    find: findHandle(view),
    insertFromLibrary: (entry) => insertFromLibrary(view, entry),
    style: styleHandle(view, () => latest().styleEvents),
    flush: () => openDraft(draftId)?.journal.flush() ?? Promise.resolve(true),
    version: () => openDraft(draftId)?.journal.version ?? 0,
    document: () => view.state.doc,
    setHeading: (change) => view.dispatch(headingChanged(view.state, change)),
    sign: (signoff) => view.dispatch(signing(view.state, signoff)),
    become: (document) => view.dispatch(pastGuard(becoming(view.state, document))),
  };
}

/** Tells what is written of the heading from now on. */
function headingTeller(latest: () => Latest): (state: EditorState) => void {
  const known = openDraft(latest().draft.id);
  let before = known === undefined ? {} : headingOf(known.state);
  return (state) => {
    const [then, now] = [before, headingOf(state)];
    if (now === then) return;
    before = now;
    const written = headingFields.filter((field) => now[field] !== then[field]);
    latest().onHeading(Object.fromEntries(written.map((field) => [field, now[field]])));
  };
}

/** Calls at most once an animation frame, with the latest document. */
function onceAFrame(tell: (document: Node) => void): (document: Node) => void {
  let pending: Node | null = null;
  return (document) => {
    if (pending === null) {
      requestAnimationFrame(() => {
        const latest = pending;
        pending = null;
        if (latest !== null) tell(latest);
      });
    }
    pending = document;
  };
}
