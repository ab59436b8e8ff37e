import { create } from 'zustand';
import type { AppError } from '@contract/errors';
import { replacementFor } from '@domain/find/finder';
import { rangeOf } from '@domain/find/in-document';
import type { FoundMarks } from '../editor/types';
import { showView, useDesk } from './desk';
import { useLiveDraft } from './draft';
import { useFinding } from './find-everywhere';
import { findIn, placeBeside, type At, type FoundText, type SearchedText } from './places';
import { say, sayError } from './toasts';

/** Which texts are looked through: the draft in hand, or the whole dispatch. */
export const withins = ['draft', 'dispatch'] as const;
type Within = (typeof withins)[number];

type Find = {
  readonly open: boolean;
  readonly within: Within;
  /** Grows each time the bar is asked for: then its field takes the focus. */
  readonly asked: number;
  /** What was found; the words and options are those of `useFinding`. */
  readonly texts: readonly FoundText[];
  /** Why nothing was looked for. */
  readonly refused: AppError | null;
  /** The place that was gone to last. */
  readonly current: At | null;
  /** What each text shows of it, by its id. */
  readonly marks: Readonly<Record<string, FoundMarks>>;
};

const nothing = { texts: [], refused: null, current: null, marks: {} };

/** What is looked for in the open dispatch, and where it stands. */
export const useFind = create<Find>()(() => ({
  open: false,
  within: 'draft',
  asked: 0,
  ...nothing,
}));

/** Opens the bar that finds words in the draft or the whole dispatch, and replaces them in the draft. */
export function openFind(within: Within): void {
  const { dispatchId } = useDesk.getState();
  if (within === 'dispatch' && dispatchId === null) say('toast.no-dispatch');
  else if (within === 'draft' && useLiveDraft.getState().handle === null) say('toast.no-draft');
  else useFind.setState(({ asked }) => ({ open: true, within, asked: asked + 1 }));
}

/** Closes the bar; its words stay for the next time. The caret goes back to the draft. */
export function closeFind(): void {
  useFind.setState({ open: false, ...nothing });
  useLiveDraft.getState().handle?.focus();
}

/** How long one types on before a regular expression is run, in ms. */
const pause = 150;

let searched: readonly SearchedText[] = [];
let looking: Promise<void> = Promise.resolve();
let times = 0;

/** Looks for the words in these texts, in the order in which they stand on the sheet. */
export function look(texts: readonly SearchedText[]): Promise<void> {
  searched = texts;
  times += 1;
  looking = lookAt(texts, times);
  return looking;
}

async function lookAt(texts: readonly SearchedText[], mine: number): Promise<void> {
  const { wanted } = useFinding.getState();
  if (wanted.text === '') {
    useFind.setState(nothing);
    return;
  }
  if (wanted.is === 'pattern') {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (mine !== times) return;
  }
  const found = await findIn(texts, wanted);
  // An answer to an earlier question is dropped.
  if (mine !== times || !useFind.getState().open) return;
  if (found.ok) useFind.setState(({ current }) => shown(found.value, still(found.value, current)));
  else useFind.setState({ ...nothing, refused: found.error });
}

/** The place gone to, if the words still stand there. */
function still(texts: readonly FoundText[], current: At | null): At | null {
  const text = texts.find(({ id }) => id === current?.id);
  const isThere = text?.places.some((place) => rangeOf(place).from === current?.from);
  return isThere === true ? current : null;
}

let gone = 0;

function shown(
  texts: readonly FoundText[],
  current: At | null,
): Pick<Find, 'texts' | 'refused' | 'current' | 'marks'> {
  const marks = Object.fromEntries(
    texts.map(({ id, document, places }): [string, FoundMarks] => {
      const here = current?.id === id ? { ...current, times: gone } : null;
      return [id, { document, places: places.map((place) => rangeOf(place)), current: here }];
    }),
  );
  return { texts, refused: null, current, marks };
}

/** Goes to the next place, or the one before; selects it where it is in the draft. */
export async function goToPlace(by: 1 | -1): Promise<void> {
  await looking;
  const { texts, marks } = useFind.getState();
  const ranged = texts.map(({ id }) => ({ id, ranges: marks[id]?.places ?? [] }));
  const place = placeBeside(ranged, whereOneIs(), by);
  if (place !== null) showPlace(place);
}

function whereOneIs(): At | null {
  const { texts, current } = useFind.getState();
  const draft = texts.find(({ on }) => on === 'draft');
  const { handle } = useLiveDraft.getState();
  // In the draft it is the caret that counts: it may have been moved.
  if (handle === null || draft === undefined || (current !== null && current.id !== draft.id)) {
    return current;
  }
  return { id: draft.id, ...handle.find.selection() };
}

/** Brings a place into view, and selects it where it is in the draft. */
export function showPlace(place: At): void {
  const { texts } = useFind.getState();
  const text = texts.find(({ id }) => id === place.id);
  if (text === undefined) return;
  gone += 1;
  if (text.on === 'draft') useLiveDraft.getState().handle?.find.select(text.document, place);
  else if (useDesk.getState().sheetView !== 'takes') showView('takes');
  useFind.setState(shown(texts, place));
}

/**
 * Replaces the place that was gone to and goes to the next one; what was put in is not looked
 * through. Goes to the first one where none was gone to.
 */
export async function replaceOne(): Promise<void> {
  await looking;
  const { wanted, replacement, quotedToo } = useFinding.getState();
  const { texts, current } = useFind.getState();
  const { handle } = useLiveDraft.getState();
  const draft = texts.find(({ on, id }) => on === 'draft' && id === current?.id);
  const place = draft?.places.find((candidate) => rangeOf(candidate).from === current?.from);
  if (handle === null || draft === undefined || place === undefined) return goToPlace(1);
  if (place.quoted && !quotedToo) {
    say('find.quoted-stays');
    return goToPlace(1);
  }
  if (!handle.find.replace(draft.document, [place], replacement, wanted.is)) {
    say('find.moved');
    return undefined;
  }
  const { from } = rangeOf(place);
  const end = from + replacementFor(place.match, replacement, wanted.is).length;
  const document = handle.document();
  handle.find.select(document, { from: end, to: end });
  await look(searched.map((text) => (text.id === draft.id ? { ...text, document } : text)));
  const next = useFind.getState().marks[draft.id]?.places.find((range) => range.from >= end);
  if (next === undefined) say('find.last');
  else showPlace({ id: draft.id, ...next });
  return undefined;
}

/** The most that one replacing may put in, in UTF-16 units, and the most places it may change. */
const mostPutIn = 8_000_000;
const mostReplaced = 20_000;

/** Replaces all places of the draft; one undo takes it back. Quoted words only where asked. */
export async function replaceAll(): Promise<void> {
  const { wanted, replacement, quotedToo } = useFinding.getState();
  const { handle } = useLiveDraft.getState();
  const draft = searched.find(({ on }) => on === 'draft');
  if (handle === null || draft === undefined) return;
  const document = handle.document();
  const found = await findIn([{ ...draft, document }], wanted);
  if (!found.ok) {
    useFind.setState({ ...nothing, refused: found.error });
    return;
  }
  const places = found.value.flatMap((text) => text.places);
  const chosen = places.filter(({ quoted }) => quotedToo || !quoted);
  const put = chosen.map(({ match }) => replacementFor(match, replacement, wanted.is).length);
  if (chosen.length > mostReplaced) {
    sayError({ code: 'validation', reason: 'too-many-places' });
  } else if (put.reduce((sum, length) => sum + length, 0) > mostPutIn) {
    sayError({ code: 'validation', reason: 'text-too-long' });
  } else if (handle.find.replace(document, chosen, replacement, wanted.is)) {
    const skipped = places.length - chosen.length;
    say('find.replaced', { count: chosen.length, skipped }, 'good');
  } else {
    say('find.moved');
  }
}
