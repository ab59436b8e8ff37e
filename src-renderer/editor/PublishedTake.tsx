import type { EditorView } from 'prosemirror-view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { orphanedNotes, setActiveNote, setNotes } from './plugins/notes';
import { setSearchMarks } from './plugins/search-marks';
import { mountPublished } from './published-view';
import { usePhotoTexts } from './photos/texts';
import { selectedPhoto, selectedWords } from './selection';
import { useFoundMarks } from './useFoundMarks';
import { usePublishedChecks } from './usePublishedChecks';
import type { PublishedTakeProps } from './types';

/** A published take: locked, readable, its words open to notes. */
export function PublishedTake(props: PublishedTakeProps) {
  const { take, label, language, notes, activeNoteId, searchMatchers, headlineHidden } = props;
  const photos = usePhotoTexts();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ ...props, photos });
  useLayoutEffect(() => {
    latest.current = { ...props, photos };
  });

  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    view.current = mountPublished(
      place.current,
      take.document,
      { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language },
      {
        selected: (state) => {
          const target = { on: latest.current.on ?? 'take', id: take.id } as const;
          latest.current.onSelection(selectedWords(state, target));
          latest.current.onPhoto(selectedPhoto(state, target));
        },
        photos: () => latest.current.photos,
        noteActivated: (noteId) => latest.current.onNoteActivated(noteId),
        noteOpened: (noteId) => latest.current.onNoteOpened(noteId),
        style: () => latest.current.checks?.events,
      },
    );
    return () => {
      view.current?.destroy();
      view.current = null;
    };
  }, [take.id, take.document, label, language]);

  useEffect(() => {
    if (view.current === null) return;
    view.current.dispatch(setNotes(view.current.state, notes));
    latest.current.onOrphans(orphanedNotes(view.current.state));
  }, [notes, take.id, label, language]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setActiveNote(view.current.state, activeNoteId));
    }
  }, [activeNoteId, take.id, label, language]);
  useEffect(() => {
    if (view.current !== null) {
      view.current.dispatch(setSearchMarks(view.current.state, searchMatchers));
    }
  }, [searchMatchers, take.id, label, language]);
  usePublishedChecks(view, props.checks ?? null, `${take.id} ${label} ${language}`);
  useFoundMarks(view, props.found, `${take.id} ${label} ${language}`);

  return <div ref={place} data-headline-hidden={headlineHidden ? '' : undefined} />;
}
