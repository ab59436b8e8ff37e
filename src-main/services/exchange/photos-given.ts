import type { Node } from 'prosemirror-model';
import { parseDocument, toJson } from '../../domain/document/node';
import { pictureExtensions, pictureOf } from '../../domain/document/picture';
import { photoNode } from '../../domain/exchange/markup/photo';
import { photoBounds } from '../../domain/photo/inspect';
import type { ServiceContext } from '../context';
import { readInThisThread, type PictureRead } from '../take-in';
import type { ReadOutcome } from './read-text';
import type { ImportSource, Source } from './sources';

/** Names of pictures, whatever their case. */
const isPictureName = new RegExp(`\\.(?:${Object.values(pictureExtensions).join('|')}|jpeg)$`, 'i');

/**
 * Puts pictures to the texts they were given with: `pont.jpg` is the first photo of `pont.txt` in the
 * same folder, `pont-2.jpg` the next (any number after a hyphen, in their order). Others stay sources
 * of their own.
 */
export function withPhotosBeside(sources: readonly Source[]): readonly Source[] {
  const texts = new Map<string, Source>();
  for (const source of sources) {
    const stem = stemOf(source);
    if (stem !== null && !isPicture(source) && !texts.has(stem)) texts.set(stem, source);
  }
  const photos = new Map<Source, ImportSource[]>();
  for (const source of sources) {
    const text = isPicture(source) ? textOf(source, texts) : undefined;
    if (text !== undefined && isPicture(source)) {
      photos.set(text, [...(photos.get(text) ?? []), source]);
    }
  }
  const taken = new Set<Source>([...photos.values()].flat());
  return sources
    .filter((source) => !taken.has(source))
    .map((source) => {
      const own = photos.get(source);
      return own === undefined ? source : { ...source, photos: own.toSorted(byNumber) };
    });
}

/** The path of a file without its extension; null for what is no file, or lies nowhere. */
function stemOf(source: Source): string | null {
  if (!('path' in source)) return null;
  return source.path.replace(/\.[^./\\]*$/, '');
}

function isPicture(source: Source): source is ImportSource & { readonly path: string } {
  return 'path' in source && isPictureName.test(source.path);
}

function textOf(picture: Source, texts: ReadonlyMap<string, Source>): Source | undefined {
  const stem = stemOf(picture) ?? '';
  return texts.get(stem) ?? texts.get(stem.replace(numbered, ''));
}

const numbered = /-\d{1,3}$/;

/** `pont.jpg` before `pont-2.jpg` before `pont-10.jpg`. */
function byNumber(a: ImportSource, b: ImportSource): number {
  const numberOf = (source: ImportSource) =>
    Number(/-(\d{1,3})$/.exec(stemOf(source) ?? '')?.[1] ?? 0);
  return numberOf(a) - numberOf(b);
}

type Reading = Extract<ReadOutcome, { is: 'read' }>;

/**
 * Gives the photos of a text that are only words the pictures that came with it, in their order. What
 * the text says of a photo stays; where it says no description, that of the picture is taken.
 *
 * @returns the reading with its pictures, and the sources it has no place for, or that are no pictures
 */
export async function withPictures(
  context: Pick<ServiceContext, 'readPicture'>,
  reading: Reading,
  sources: readonly ImportSource[],
): Promise<{ readonly reading: Reading; readonly left: readonly ImportSource[] }> {
  const [dispatch, another] = reading.dispatches;
  if (sources.length === 0 || dispatch === undefined || another !== undefined) {
    return { reading, left: sources };
  }
  const documents = dispatch.takes.flatMap((take) => {
    const document = parseDocument(take.document);
    return document.ok ? [document.value] : [];
  });
  const free = documents.length === dispatch.takes.length ? documents.flatMap(emptyPhotos) : [];
  const given = new Map<Node, PictureRead>();
  const pictures = [...(dispatch.pictures ?? [])];
  const left: ImportSource[] = [];
  for (const source of sources) {
    const photo = free[given.size];
    // oxlint-disable-next-line no-await-in-loop -- one after another: each may be 64 MB
    const found = photo === undefined ? source : await readSource(context, source);
    if (photo === undefined || 'read' in found) {
      left.push('read' in found ? found : source);
      continue;
    }
    given.set(photo, found);
    pictures.push({ picture: found.picture, bytes: found.bytes });
  }
  const takes = dispatch.takes.map((take, index) => {
    const document = documents[index];
    return document === undefined ? take : { ...take, document: toJson(filled(document, given)) };
  });
  return {
    reading:
      given.size === 0 ? reading : { ...reading, dispatches: [{ ...dispatch, takes, pictures }] },
    left,
  };
}

function emptyPhotos(document: Node): readonly Node[] {
  return document.children.filter((node) => node.type.name === 'photo' && pictureOf(node) === null);
}

function filled(document: Node, given: ReadonlyMap<Node, PictureRead>): Node {
  const children = document.children.map((node) => {
    const read = given.get(node);
    if (read === undefined) return node;
    const [caption, credit] = [node.child(0).textContent, node.child(1).textContent];
    return photoNode({
      caption: caption === '' ? read.words.caption : caption,
      credit: credit === '' ? read.words.credit : credit,
      alt: node.attrs['alt'] === '' ? read.words.alt : String(node.attrs['alt']),
      picture: read.picture,
    });
  });
  return document.type.create(document.attrs, children);
}

/** A picture with its bytes; what cannot be read, or is no picture, as a source that is read once. */
async function readSource(
  { readPicture = readInThisThread }: Pick<ServiceContext, 'readPicture'>,
  source: ImportSource,
): Promise<(PictureRead & { readonly bytes: Uint8Array }) | ImportSource> {
  if (source.byteLength > photoBounds.bytes) return source;
  // What a ZIP holds is read once: its file is let go of with the last.
  const bytes = source.read();
  const again = { ...source, read: () => bytes };
  try {
    const read = await readPicture(await bytes);
    return read.ok && read.value.ok ? { ...read.value.value, bytes: await bytes } : again;
  } catch {
    return again;
  }
}
