import { err, ok, type Result } from '../result';
import type { Repair } from './repair';
import { decodeUtf16, decodeUtf8, decodeWindows1252 } from './codecs';

/** Encodings a text may come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A text read from bytes. */
export type DecodedText = {
  /** With line feeds only, and no control characters but them and tabs. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly repairs: readonly Repair[];
};

/** Why bytes are not a text. `looksLike` names the kind of file they seem to be. */
export type DecodeError =
  | { readonly code: 'empty' }
  | { readonly code: 'binary'; readonly looksLike: BinaryKind }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number };

/** Kinds of file that are known by their first bytes; `ole` is an old Word document. */
export type BinaryKind =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'sqlite'
  | 'ole'
  | 'unknown';

/** The largest text that is read, in bytes. A day's whole wire is a few MiB. */
export const maxTextBytes = 16 * 1024 * 1024;

/**
 * Reads a text from bytes whose encoding nobody has declared: a byte order mark decides; then
 * valid UTF-8; then UTF-16, when NULs fill every other byte as they do in Latin text; and what is
 * left is Windows-1252, which older newsroom systems write, unless it looks binary.
 */
export function decodeBytes(bytes: Uint8Array): Result<DecodedText, DecodeError> {
  if (bytes.length > maxTextBytes) {
    return err({ code: 'too-large', bytes: bytes.length, limit: maxTextBytes });
  }
  if (bytes.length === 0) return err({ code: 'empty' });
  const known = knownBinary(bytes);
  if (known !== null) return err({ code: 'binary', looksLike: known });
  const decoded = decode(bytes);
  if (decoded === null) return err({ code: 'binary', looksLike: 'unknown' });
  const cleaned = cleanText(decoded.text);
  if (cleaned.text.trim() === '') return err({ code: 'empty' });
  return ok({
    text: cleaned.text,
    encoding: decoded.encoding,
    repairs: [...decoded.repairs, ...cleaned.repairs],
  });
}

function decode(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  const byteOrderMark: Repair = { code: 'byte-order-mark' };
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', byteOrderMark);
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be', byteOrderMark);
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const wide = marked ? null : wideEncoding(body);
  if (wide !== null) return utf16(body, wide, null);
  if (looksBinary(body)) return null;
  const decoded = decodeUtf8(body);
  if (decoded.ok) {
    const repairs = marked ? [byteOrderMark] : [];
    return { text: decoded.value, encoding: 'utf-8', repairs };
  }
  const detail = `windows-1252, byte ${decoded.error + (marked ? 3 : 0)}`;
  const line = lineOfByte(body, decoded.error);
  const repairs: Repair[] = [{ code: 'encoding', line, detail }];
  if (marked) repairs.unshift(byteOrderMark);
  return { text: decodeWindows1252(body), encoding: 'windows-1252', repairs };
}

function utf16(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  byteOrderMark: Repair | null,
): DecodedText | null {
  const text = decodeUtf16(bytes, encoding === 'utf-16be');
  if (text.includes('\u0000')) return null;
  const repairs: Repair[] = byteOrderMark === null ? [] : [byteOrderMark];
  repairs.push({ code: 'encoding', detail: encoding });
  return { text, encoding, repairs };
}

/** UTF-16 without a mark: in Latin text nearly every high byte is NUL and hardly any low one is. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.6 && even === 0) return 'utf-16le';
  if (even > half * 0.6 && odd === 0) return 'utf-16be';
  return null;
}

const signatures: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

function knownBinary(bytes: Uint8Array): BinaryKind | null {
  for (const [kind, signature] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return null;
}

/** Texts have no NUL, and of other control bytes a stray one at most in a hundred. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > 8 && controls * 100 > bytes.length;
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  bytes.subarray(0, offset).forEach((byte, index) => {
    if (byte === 0x0a || (byte === 0x0d && bytes[index + 1] !== 0x0a)) line += 1;
  });
  return line;
}

/** Makes line ends line feeds, replaces lone surrogates and drops control characters. */
function cleanText(raw: string): { readonly text: string; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const lines = replaceCounted(raw, /\r\n?/g, '\n');
  if (lines.count > 0) repairs.push({ code: 'line-endings', detail: String(lines.count) });
  const paired = replaceCounted(lines.text, /\p{Surrogate}/gu, '\uFFFD');
  if (paired.count > 0) {
    const line = lineOf(lines.text, paired.first);
    repairs.push({ code: 'lone-surrogates', line, detail: String(paired.count) });
  }
  // NEL (U+0085) and form feed stay: they are white space, which the wire form breaks lines at.
  const clean = replaceCounted(
    paired.text,
    /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g,
    '',
  );
  if (clean.count > 0) {
    const line = lineOf(paired.text, clean.first);
    repairs.push({ code: 'control-characters', line, detail: String(clean.count) });
  }
  return { text: clean.text, repairs };
}

function replaceCounted(
  text: string,
  pattern: RegExp,
  replacement: string,
): { readonly text: string; readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  const replaced = text.replace(pattern, (_match: string, offset: number) => {
    if (count === 0) first = offset;
    count += 1;
    return replacement;
  });
  return { text: replaced, count, first };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
