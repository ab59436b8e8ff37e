import { err, ok, type Result } from '../result';

/*
 * Small decoders of our own: the domain knows neither Node nor the DOM, where TextDecoder lives,
 * and TextDecoder does not say where bytes go wrong.
 */

/** UTF-16 units gathered into strings, in pieces that `String.fromCharCode` can take at once. */
class Units {
  private readonly pieces: string[] = [];
  private readonly buffer = new Uint16Array(8192);
  private used = 0;

  add(unit: number): void {
    if (this.used === this.buffer.length) this.flush();
    this.buffer[this.used] = unit;
    this.used += 1;
  }

  addCodePoint(code: number): void {
    if (code < 0x10000) {
      this.add(code);
      return;
    }
    this.add(0xd800 + ((code - 0x10000) >> 10));
    this.add(0xdc00 + ((code - 0x10000) & 0x3ff));
  }

  text(): string {
    this.flush();
    return this.pieces.join('');
  }

  private flush(): void {
    this.pieces.push(String.fromCharCode(...this.buffer.subarray(0, this.used)));
    this.used = 0;
  }
}

/**
 * Decodes strict UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
 *
 * @returns the text, or the offset of the first byte of the first sequence that is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): Result<string, number> {
  const units = new Units();
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units.add(first);
      at += 1;
      continue;
    }
    const length = sequenceLength(first);
    const code = length === 0 ? -1 : continuation(bytes, at, length);
    if (code === -1) return err(at);
    units.addCodePoint(code);
    at += length;
  }
  return ok(units.text());
}

/** How many bytes the sequence begun by a byte has, or 0 when no sequence begins so. */
function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

const smallestCode = [0, 0, 0x80, 0x800, 0x10000];

function continuation(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return isSurrogate || code > 0x10ffff || code < (smallestCode[length] ?? 0) ? -1 : code;
}

/** Decodes UTF-16; lone surrogates stay as they are, and half a unit at the end becomes U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const units = new Units();
  const high = bigEndian ? 0 : 1;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.add(((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0));
  }
  if (bytes.length % 2 === 1) units.add(0xfffd);
  return units.text();
}

/**
 * What bytes 0x80–0x9F are in Windows-1252; the five it leaves open are the C1 controls of the same
 * number (https://encoding.spec.whatwg.org/index-windows-1252.txt).
 */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Decodes Windows-1252. Every byte is a character of it, so this cannot fail. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Units();
  for (const byte of bytes) {
    units.add(byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte);
  }
  return units.text();
}
