import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from '../ui/i18n/Locale';
import { linkSelection, mountDraft, runCommand, typeset, unmountDraft } from './draft-view';
import { LinkForm } from './LinkForm';
import { becoming } from './become';
import { openDraft } from './open-drafts';
import { setInvisibles } from './plugins/invisibles';
import { orphanedNotes, setActiveNote, setNotes } from './plugins/notes';
import type { Placeholders } from './plugins/placeholders';
import { setSearchMarks } from './plugins/search-marks';
import { selectedWords } from './selection';
import type { DraftEditorProps, DraftHandle } from './types';

/** The open draft: a writing surface whose every step goes to the archive's journal. */
export function DraftEditor(props: DraftEditorProps) {
  const placeholders = usePlaceholders();
  const { draft, label, language, notes, activeNoteId, searchMatchers, invisibles } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ ...props, placeholders });
  useLayoutEffect(() => {
    latest.current = { ...props, placeholders };
  });
  const [linking, setLinking] = useState(false);

  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const tellOrphans = onlyWhenOthers((noteIds) => latest.current.onOrphans(noteIds));
    const tellDocument = onceAFrame((document) => latest.current.onDocument(document));
    const mounted = mountDraft(
      place.current,
      // The id stands for the draft: what the archive has of it later was written here.
      latest.current.draft,
      { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language },
      {
        changed: (document) => {
          tellDocument(document);
          tellOrphans(orphanedNotes(mounted.state));
        },
        selected: (state) =>
          latest.current.onSelection(selectedWords(state, { on: 'draft', id: draft.id })),
        saved: (state) => latest.current.onSaveState(state),
        noteActivated: (noteId) => latest.current.onNoteActivated(noteId),
        placeholders: () => latest.current.placeholders,
        typography: () => ({
          language: latest.current.language,
          asTyped: latest.current.typography,
        }),
      },
    );
    view.current = mounted;
    latest.current.onHandle(handleOf(mounted, draft.id, language, () => setLinking(true)));
    latest.current.onDocument(mounted.state.doc);
    return () => {
      latest.current.onHandle(null);
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
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setInvisibles(view.current.state, invisibles));
    }
  }, [invisibles, draft.id, label, language]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setSearchMarks(view.current.state, searchMatchers));
    }
  }, [searchMatchers, draft.id, label, language]);

  const finishLink = (href: string | null) => {
    setLinking(false);
    if (view.current === null) return;
    if (href === null) view.current.focus();
    else linkSelection(view.current, href);
  };
  return (
    <>
      {linking && <LinkForm onDone={finishLink} />}
      <div ref={place} />
    </>
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
      caption: t('editor.caption'),
      credit: t('editor.credit'),
      signoff: t('editor.signoff'),
    }),
    [t],
  );
}

function handleOf(
  view: EditorView,
  draftId: string,
  language: 'fr' | 'en',
  askLink: () => void,
): DraftHandle {
  return {
    draftId,
    focus: () => view.focus(),
    run: (command) => {
      if (command !== 'format.link') return runCommand(view, command);
      if (view.state.selection.empty) return false;
      askLink();
      return true;
    },
    typeset: () => typeset(view, language),
    flush: () => openDraft(draftId)?.journal.flush() ?? Promise.resolve(true),
    version: () => openDraft(draftId)?.journal.version ?? 0,
    document: () => view.state.doc,
    become: (document) => view.dispatch(becoming(view.state, document)),
  };
}

/** Calls only when a list is not the one it was last called with. */
function onlyWhenOthers(tell: (ids: readonly string[]) => void): (ids: readonly string[]) => void {
  let told: string | null = null;
  return (ids) => {
    const key = ids.join();
    if (key === told) return;
    told = key;
    tell(ids);
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
