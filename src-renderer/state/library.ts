import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { LibraryEntryModel } from '@contract/library';
import type { DispatchModel } from '@contract/models';
import type { RequestOf } from '@contract/requests';
import { makeAnchor } from '@domain/annotation/anchor';
import { canonicalText } from '@domain/document/canonical-text';
import { indexLibrary, offersIn, type Offer } from '@domain/library/offers';
import { call, type Outcome } from '../bridge/bridge';
import { fetchFrom, queryClient } from './client';
import { showDialog, showMargin } from './desk';
import { useLiveDraft } from './draft';
import { useRestedDocument } from './rested';
import { createNote } from './notes';
import { initials } from './queries';
import { say, sayError } from './toasts';

const key = ['library'];
const none: readonly LibraryEntryModel[] = [];
const noOffers: readonly LibraryOffer[] = [];

/** An entry whose term stands in the open draft. */
export type LibraryOffer = Offer<LibraryEntryModel>;

/** Whether what the library offers is unfolded in the margin; it stays folded until asked for. */
export const useOffersShown = create<{ readonly shown: boolean }>()(() => ({ shown: false }));

/** The entry the library's dialog is opened at; null for none in particular. */
export const useLibraryAt = create<{ readonly id: string | null }>()(() => ({ id: null }));

/** The house library, in the order of its terms. */
export function useLibrary(): readonly LibraryEntryModel[] {
  const { data } = useQuery({ queryKey: key, queryFn: () => fetchFrom('library.list', {}) });
  return data?.entries ?? none;
}

/** Reads the library again: it was changed. */
export function refreshLibrary(): void {
  void queryClient.invalidateQueries({ queryKey: key });
}

/** What the library has on the terms of the open draft, in its language; said or noted already, it is not. */
export function useOffers({ draft, language, notes }: DispatchModel): readonly LibraryOffer[] {
  const entries = useLibrary();
  const document = useRestedDocument();
  const index = useMemo(
    () => indexLibrary(entries.filter((entry) => entry.language === language)),
    [entries, language],
  );
  return useMemo(() => {
    if (draft === null || document === null || index.terms.size === 0) return noOffers;
    const noted = new Set(
      notes.filter(({ target }) => target.id === draft.id).map(({ body }) => body),
    );
    return offersIn(document, index).filter(({ entry }) => !noted.has(entry.text));
  }, [draft, document, index, notes]);
}

/** Keeps an entry; the error where the archive refuses it. */
export async function saveEntry(
  entry: Omit<RequestOf<'library.save'>, 'author'>,
): Promise<Outcome<'library.save'>> {
  const outcome = await call('library.save', { ...entry, author: initials() });
  if (outcome.ok) refreshLibrary();
  return outcome;
}

/** Takes an entry out of the library. */
export async function removeEntry(id: string): Promise<boolean> {
  const outcome = await call('library.remove', { id });
  if (!outcome.ok) sayError(outcome.error);
  refreshLibrary();
  return outcome.ok;
}

/** Takes in a file of entries, and says what became of them. */
export async function importLibrary(): Promise<void> {
  const outcome = await call('library.import', { author: initials() });
  refreshLibrary();
  if (outcome.ok) say('library.imported', outcome.value, 'good');
  else if (outcome.error.code !== 'cancelled') sayError(outcome.error);
}

/** Saves the library as a file. */
export async function exportLibrary(): Promise<void> {
  const outcome = await call('library.export', {});
  if (outcome.ok) say('library.exported', outcome.value, 'good');
  else if (outcome.error.code !== 'cancelled') sayError(outcome.error);
}

/** Puts what an entry says into the draft, at its term. */
export function insertAsText({ entry }: LibraryOffer): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null || !handle.insertFromLibrary(entry)) say('library.term-gone');
}

/** Puts what an entry says beside its term, as a note. */
export async function insertAsNote(dispatch: DispatchModel, offer: LibraryOffer): Promise<void> {
  const { handle } = useLiveDraft.getState();
  const now =
    handle === null ? undefined : offersIn(handle.document(), indexLibrary([offer.entry]));
  const [place] = now ?? [];
  if (handle === null || place === undefined) {
    say('library.term-gone');
    return;
  }
  await createNote(dispatch.id, {
    target: { on: 'draft', id: handle.draftId },
    anchor: makeAnchor(canonicalText(handle.document()), place.start, place.end),
    part: 'words',
    kind: 'comment',
    body: offer.entry.text,
    addressee: '',
    links: [],
  });
}

/** Unfolds what the library offers for the open draft, and goes to the first. */
export function showOffers(): void {
  if (useLiveDraft.getState().handle === null) {
    say('toast.no-draft');
    return;
  }
  showMargin('notes');
  useOffersShown.setState({ shown: true });
  // It is drawn with the margin.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const first = document.querySelector<HTMLElement>('[data-library] button');
      if (first === null) say('library.no-offers');
      else first.focus();
    }),
  );
}

/** Opens the library, at an entry where one is given. */
export function openLibrary(id: string | null = null): void {
  useLibraryAt.setState({ id });
  showDialog('library');
}
