import { notesExtension } from '../portable-notes';
import type { ImportSource, Source } from './sources';

/** A file of notes, and the files given with it that it may stand beside, by their names. */
export type NotesBeside = { readonly source: ImportSource; readonly beside: readonly string[] };

/**
 * The files of notes that stand beside a dispatch, as an export writes them: `NAME.annotations.jsonld`
 * beside `NAME.ext`. A file of notes with nothing beside it is none of them.
 */
export function notesBeside(sources: readonly Source[]): ReadonlyMap<Source, NotesBeside> {
  const ending = `.${notesExtension}`;
  const byStem = new Map<string, string[]>();
  for (const { name } of sources.filter((source) => !source.name.endsWith(ending))) {
    const stem = name.replace(/\.[^./\\]+$/, '');
    byStem.set(stem, [...(byStem.get(stem) ?? []), name]);
  }
  const found = new Map<Source, NotesBeside>();
  for (const source of sources) {
    const beside = byStem.get(source.name.slice(0, -ending.length));
    if (!source.name.endsWith(ending) || beside === undefined || !('read' in source)) continue;
    found.set(source, { source, beside });
  }
  return found;
}
