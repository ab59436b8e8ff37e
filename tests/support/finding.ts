import type { Node } from 'prosemirror-model';
import { finderOf, type Finder, type Wanted } from '../../src-main/domain/find/finder';
import { placesIn, type Place } from '../../src-main/domain/find/in-document';

/** What is looked for, as it stands unless told otherwise. */
export function wanting(text: string, options: Partial<Wanted> = {}): Wanted {
  return { text, is: 'words', matchCase: true, wholeWord: false, accents: true, ...options };
}

/** The finder of what can be looked for. */
export function finding(wanted: Wanted): Finder {
  const finder = finderOf(wanted);
  if (!finder.ok) throw new Error(finder.error);
  return finder.value;
}

/** Where words stand in a document. */
export function placesOfWords(document: Node, wanted: Wanted): readonly Place[] {
  return placesIn(document, finding(wanted));
}
