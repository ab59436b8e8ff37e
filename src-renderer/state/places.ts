import type { Node } from 'prosemirror-model';
import type { AppError } from '@contract/errors';
import { textBlocks } from '@domain/document/canonical-text';
import { finderOf, type Wanted } from '@domain/find/finder';
import { placesIn, placesOf, type Place } from '@domain/find/in-document';
import type { TakeKind } from '@domain/record/take';
import { err, ok, type Result } from '@domain/result';
import { call } from '../bridge/bridge';

/** A text of a dispatch that is looked through. */
export type SearchedText = {
  readonly on: 'draft' | 'take';
  readonly id: string;
  readonly kind: TakeKind;
  readonly document: Node;
};

/** A text and the places where the words stand in it, in order. */
export type FoundText = SearchedText & { readonly places: readonly Place[] };

/** Where one is among the texts: positions of one of them. */
export type At = { readonly id: string; readonly from: number; readonly to: number };

/**
 * Finds words in texts. A regular expression may take any time: it is run where it can be stopped,
 * and refused with a sentence when it is.
 */
export async function findIn(
  texts: readonly SearchedText[],
  wanted: Wanted,
): Promise<Result<readonly FoundText[], AppError>> {
  const finder = finderOf(wanted);
  if (!finder.ok) return err({ code: 'validation', reason: finder.error });
  if (wanted.is === 'words') {
    return ok(texts.map((text) => ({ ...text, places: placesIn(text.document, finder.value) })));
  }
  const blocks = texts.map(({ document }) => textBlocks(document));
  const answer = await call('find.in-texts', {
    wanted,
    texts: blocks.flat().map(({ text }) => text),
  });
  if (!answer.ok) return answer;
  let first = 0;
  return ok(
    texts.map((text, index) => {
      const own = blocks[index] ?? [];
      const found = answer.value.found.slice(first, first + own.length);
      first += own.length;
      return { ...text, places: placesOf(own, found) };
    }),
  );
}

/** A stretch of one of the texts. */
type Ranged = {
  readonly id: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
};

/** The place after where one is, or before it, in the order of the texts and round their ends. */
export function placeBeside(texts: readonly Ranged[], at: At | null, by: 1 | -1): At | null {
  const here = texts.findIndex(({ id }) => id === at?.id);
  const text = texts[here];
  if (at !== null && text !== undefined) {
    const { ranges } = text;
    const range =
      by === 1
        ? ranges.find(({ from }) => from >= at.to)
        : ranges.findLast(({ to }) => to <= at.from);
    if (range !== undefined) return { id: text.id, ...range };
  }
  // None is left in this text: the others follow, and at last this one from its end.
  const start = here === -1 && by === -1 ? texts.length : here;
  for (let count = 1; count <= texts.length; count += 1) {
    const other = texts.at((start + by * count) % texts.length);
    const range = by === 1 ? other?.ranges[0] : other?.ranges.at(-1);
    if (other !== undefined && range !== undefined) return { id: other.id, ...range };
  }
  return null;
}
