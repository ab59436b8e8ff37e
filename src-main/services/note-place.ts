import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import type { NoteModel } from '../contract/notes';
import { makeAnchor } from '../domain/annotation/anchor';
import { canonicalText } from '../domain/document/canonical-text';
import { parseDocument } from '../domain/document/node';
import { err, ok, type Result } from '../domain/result';

/** Where a note stands: what it is on, and its words there. */
export type NotePlace = Pick<NoteModel, 'target' | 'anchor'>;

/**
 * The words in exactly one place of the published takes: a note never guesses between twins.
 * `not-found` where they are not there, `validation` for `words-in-several-places`.
 */
export function wordsIn(dispatch: DispatchModel, words: string): Result<NotePlace, AppError> {
  const places = dispatch.takes.flatMap((take): readonly NotePlace[] => {
    const document = parseDocument(take.document);
    if (!document.ok || words === '') return [];
    const text = canonicalText(document.value);
    const starts: number[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at);
    return starts.map((start) => ({
      target: { on: 'take', id: take.id },
      anchor: makeAnchor(text, start, start + words.length),
    }));
  });
  const [place, second] = places;
  if (place === undefined) return err(appError('not-found', 'words'));
  if (second !== undefined) {
    return err(appError('validation', 'words-in-several-places', { places: places.length }));
  }
  return ok(place);
}
