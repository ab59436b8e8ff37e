import type { Node } from 'prosemirror-model';

/** The kinds of pictures that are taken in: what newsrooms send and every browser shows. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** The picture of a photo: the archive keeps its bytes under their hash. */
export type Picture = {
  /** SHA-256 of the original bytes, in hexadecimal. */
  readonly sha256: string;
  readonly type: PictureType;
  /** Pixels, as it is looked at: turned as its metadata say. */
  readonly width: number;
  readonly height: number;
  /** The day it was taken (`2017-05-02`), where its metadata say it. */
  readonly taken?: string;
};

/** The extension of files of each kind. */
export const pictureExtensions: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** The picture of a photo block, or null where it is only words. */
export function pictureOf(photo: Node): Picture | null {
  const picture: unknown = photo.attrs['picture'];
  return isPicture(picture) ? picture : null;
}

/** The pictures of a document, each once, in their order. */
export function picturesOf(document: Node): readonly Picture[] {
  const pictures = new Map<string, Picture>();
  document.descendants((node) => {
    const picture = pictureOf(node);
    if (picture !== null) pictures.set(picture.sha256, picture);
    return !node.isTextblock;
  });
  return [...pictures.values()];
}

/** The folder pictures lie in beside an exported text. */
export const photosFolder = 'photos';

/** Where the original of a picture lies beside an exported text: the same for the same picture. */
export function pictureFile({ sha256, type }: Picture): string {
  return `${photosFolder}/${sha256}.${pictureExtensions[type]}`;
}

/** Refuses, as `Node.check` expects, what names no picture. */
export function checkPicture(value: unknown): void {
  if (value !== null && !isPicture(value)) throw new RangeError('A picture is named by its hash');
}

/** The picture that copied text names; null where it names none. */
export function readPicture(json: string | null): Picture | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return isPicture(value) ? value : null;
  } catch {
    return null;
  }
}

const keys: ReadonlySet<string> = new Set(['sha256', 'type', 'width', 'height', 'taken']);

function isPicture(value: unknown): value is Picture {
  if (typeof value !== 'object' || value === null) return false;
  const { sha256, type, width, height, taken } = value as Partial<Record<keyof Picture, unknown>>;
  return (
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    pictureTypes.some((one) => one === type) &&
    isPixels(width) &&
    isPixels(height) &&
    (taken === undefined || (typeof taken === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(taken))) &&
    Object.keys(value).every((key) => keys.has(key))
  );
}

function isPixels(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 65_535;
}
