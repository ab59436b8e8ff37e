import type { PictureType } from '../document/picture';
import { err, ok, type Result } from '../result';

/** What is taken in at most: bytes of a file, pixels of a side, and pixels in all. */
export const photoBounds = {
  bytes: 64 * 1024 * 1024,
  side: 30_000,
  /** Decoded, four bytes each: what a decoder is asked for is bounded by it. */
  pixels: 120_000_000,
  /** Of the smaller picture that is shown in the place of the original. */
  previewBytes: 2 * 1024 * 1024,
  previewSide: 1_600,
} as const;

/** Why a file is not taken in as a photo. */
export const photoFaults = [
  'photo-too-large',
  'photo-too-many-pixels',
  'photo-truncated',
  'photo-svg',
  'photo-kind',
] as const;
export type PhotoFault = (typeof photoFaults)[number];

/** What a picture says of itself, before it is decoded. */
export type PictureFacts = {
  readonly type: PictureType;
  /** Pixels as they are stored: not turned by what the metadata say. */
  readonly width: number;
  readonly height: number;
};

/**
 * Looks at the bytes of a picture without decoding them: its kind by its signature, never by its
 * name, its size, and whether it is there to its end. Reads JPEG (ITU-T T.81, annex B), PNG
 * (ISO/IEC 15948) and WebP (RFC 9649); everything else is refused, SVG by its own name, since it is
 * a program as much as a picture.
 */
export function inspectPicture(bytes: Uint8Array): Result<PictureFacts, PhotoFault> {
  if (bytes.byteLength > photoBounds.bytes) return err('photo-too-large');
  const read = readFacts(bytes);
  if (!read.ok) return read;
  const { width, height } = read.value;
  if (width === 0 || height === 0) return err('photo-truncated');
  const { side, pixels } = photoBounds;
  if (width > side || height > side || width * height > pixels) return err('photo-too-many-pixels');
  return read;
}

function readFacts(bytes: Uint8Array): Result<PictureFacts, PhotoFault> {
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return jpeg(bytes);
  if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes);
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return webp(bytes);
  const start = textAt(bytes, 0, 1_024);
  return err(/<svg[\s>]|<!DOCTYPE svg/i.test(start) ? 'photo-svg' : 'photo-kind');
}

/** Markers that begin a frame: all of C0 to CF but the tables (C4, CC) and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(bytes: Uint8Array): Result<PictureFacts, PhotoFault> {
  const view = viewOf(bytes);
  let size: { readonly width: number; readonly height: number } | null = null;
  let at = 2;
  while (at + 4 <= bytes.byteLength) {
    if (bytes[at] !== 0xff) return err('photo-truncated');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = view.getUint16(at + 2);
    if (isFrame(marker) && at + 9 <= bytes.byteLength) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + length;
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  const ended = begins(bytes, at, [0xff, 0xd9]);
  return ended && size !== null ? ok({ type: 'image/jpeg', ...size }) : err('photo-truncated');
}

/** Where the next marker stands after the coded data of a scan; past the end where there is none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    // A stuffed zero, a restart, or padding: the scan goes on.
    const goesOn = next === 0 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!goesOn) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.byteLength;
}

function png(bytes: Uint8Array): Result<PictureFacts, PhotoFault> {
  const view = viewOf(bytes);
  let facts: PictureFacts | null = null;
  let at = 8;
  while (at + 12 <= bytes.byteLength) {
    const length = view.getUint32(at);
    const name = textAt(bytes, at + 4, 4);
    if (name === 'IHDR' && length === 13 && at + 25 <= bytes.byteLength) {
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      facts = { type: 'image/png', width, height };
    }
    if (name === 'IEND') return facts === null ? err('photo-truncated') : ok(facts);
    at += 12 + length;
  }
  return err('photo-truncated');
}

function webp(bytes: Uint8Array): Result<PictureFacts, PhotoFault> {
  const view = viewOf(bytes);
  if (bytes.byteLength < 30 || view.getUint32(4, true) + 8 > bytes.byteLength) {
    return err('photo-truncated');
  }
  const facts = (width: number, height: number) =>
    ok({ type: 'image/webp', width, height } as const);
  const low24 = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return facts(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return facts((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return facts(low24(24) + 1, low24(27) + 1);
    default:
      return err('photo-truncated');
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function begins(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[at + index] === value);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
