import { decodeUtf8, decodeWindows1252 } from '../../wire/codecs';
import type { Repairs } from '../repair';

/** A part of an e-mail that is no container of others. */
export type MailPart = {
  /** In lower case, `text/plain` where it says nothing. */
  readonly type: string;
  readonly charset: string;
  readonly name: string;
  /** Whether it came as a file beside the text. */
  readonly attached: boolean;
  /** Decoded. */
  readonly bytes: Uint8Array;
};

type Headers = ReadonlyMap<string, string>;
const deepest = 12;
const mostParts = 500;

/** The headers and the parts of an e-mail (RFC 2045 to 2047). */
export function partsOf(
  bytes: Uint8Array,
  repairs: Repairs,
): { readonly headers: Headers; readonly parts: readonly MailPart[] } {
  // Latin-1, byte for byte, so that parts can be cut as text and decoded each in its own way.
  const text = latin1(bytes);
  const { headers, body } = split(text);
  const parts: MailPart[] = [];
  collect(headers, body, repairs, parts, 0);
  return { headers, parts };
}

function collect(
  headers: Headers,
  body: string,
  repairs: Repairs,
  parts: MailPart[],
  depth: number,
): void {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== '' && depth < deepest) {
    for (const piece of piecesOf(body, boundary)) {
      if (parts.length >= mostParts) break;
      const inner = split(piece);
      collect(inner.headers, inner.body, repairs, parts, depth + 1);
    }
    return;
  }
  const disposition = headers.get('content-disposition') ?? '';
  const name = decodeHeader(parameter(disposition, 'filename') || parameter(type, 'name'));
  parts.push({
    type: (/^[\w.+-]+\/[\w.+-]+/.exec(type.trim())?.[0] ?? 'text/plain').toLowerCase(),
    charset: parameter(type, 'charset').toLowerCase(),
    name,
    attached: /^attachment/i.test(disposition.trim()),
    bytes: transferDecoded(body, headers.get('content-transfer-encoding') ?? '', repairs),
  });
}

function piecesOf(body: string, boundary: string): readonly string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`);
  const inside = pieces.slice(1);
  const end = inside.findIndex((piece) => piece.startsWith('--'));
  return (end < 0 ? inside : inside.slice(0, end)).map((piece) =>
    piece.replace(/^[ \t]*\r?\n/, ''),
  );
}

function split(text: string): { readonly headers: Headers; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]{1,100}):(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    if (!headers.has(key)) headers.set(key, value.trim());
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? '';
}

function transferDecoded(body: string, encoding: string, repairs: Repairs): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return base64(body);
    case 'quoted-printable':
      return quotedPrintable(body, repairs);
    default:
      return bytesOf(body);
  }
}

/** The text of a part in its own character set. */
export function decodeText({ bytes, charset }: MailPart, repairs: Repairs): string {
  const utf8 = decodeUtf8(bytes);
  if (/^(?:iso-8859-1|iso-8859-15|windows-1252|latin1)$/.test(charset))
    return decodeWindows1252(bytes);
  if (utf8.ok) return utf8.value;
  repairs.add('declared-encoding', charset === '' ? 'windows-1252' : charset);
  return decodeWindows1252(bytes);
}

/** A header with its encoded words (RFC 2047): `=?utf-8?q?d=C3=A9p=C3=AAche?=`. */
export function decodeHeader(value: string): string {
  const pieces = value.replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1');
  const decoded = pieces.replace(
    /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi,
    (_word, charset: string, how: string, text: string) => {
      const bytes = /b/i.test(how) ? base64(text) : quoted(text.replaceAll('_', ' '));
      const utf8 = decodeUtf8(bytes);
      return /8859|1252/.test(charset) || !utf8.ok ? decodeWindows1252(bytes) : utf8.value;
    },
  );
  if (/^[\u0000-\u00FF]*$/.test(decoded) && /[\u0080-\u00FF]/.test(decoded)) {
    // Headers in bare UTF-8 (RFC 6532).
    const utf8 = decodeUtf8(bytesOf(decoded));
    if (utf8.ok) return utf8.value;
  }
  return decoded;
}

function quotedPrintable(text: string, repairs: Repairs): Uint8Array {
  const joined = text.replace(/[ \t]*=[ \t]*\r?\n/g, '');
  const broken = joined.match(/=(?![\dA-Fa-f]{2})/g)?.length ?? 0;
  if (broken > 0) repairs.add('transfer-decoding', String(broken));
  return quoted(joined);
}

function quoted(text: string): Uint8Array {
  return bytesOf(
    text.replace(/=([\dA-Fa-f]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let used = 0;
  let bits = 0;
  let held = 0;
  for (const sign of text) {
    const value = alphabet.indexOf(sign);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[used] = (held >> bits) & 0xff;
    used += 1;
  }
  return bytes.subarray(0, used);
}

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index) & 0xff;
  return bytes;
}
