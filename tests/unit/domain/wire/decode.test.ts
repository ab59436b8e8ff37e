import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes, maxTextBytes } from '@domain/wire/decode';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8])),
  );
}

const sample = 'Première discussion à l’Élysée\nDeuxième ligne\n';

describe('encodings', () => {
  test('UTF-8 is read as TextDecoder reads it', () => {
    const clean = fc
      .string({ unit: 'binary', minLength: 1 })
      .map((text) => text.replace(/[\p{Cc}]/gu, '') + 'x')
      .filter((text) => !text.startsWith('\uFEFF'));
    fc.assert(
      fc.property(clean, (text) => {
        const read = decodeBytes(utf8(text));
        expect(read).toEqual({ ok: true, value: { text, encoding: 'utf-8', repairs: [] } });
      }),
    );
  });

  test('bytes are taken for UTF-8 exactly when TextDecoder takes them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0x80, maxLength: 6 }), (bytes) => {
        const all = Uint8Array.from([0x61, ...bytes, 0x62, 0x63]);
        const read = decodeBytes(all);
        const isUtf8 = read.ok && read.value.encoding === 'utf-8';
        expect(isUtf8).toBe(isValidUtf8(all));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ] as const)('%s, with and without its mark', (encoding, bigEndian) => {
    const marked = decodeBytes(utf16(sample, bigEndian, true));
    const bare = decodeBytes(utf16(sample, bigEndian, false));
    const repair = { code: 'encoding', detail: encoding };
    const repairs = [{ code: 'byte-order-mark' }, repair];
    expect(marked).toEqual({ ok: true, value: { text: sample, encoding, repairs } });
    expect(bare).toEqual({ ok: true, value: { text: sample, encoding, repairs: [repair] } });
  });

  test('UTF-8 with its mark', () => {
    const read = decodeBytes(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(sample)]));
    expect(read).toEqual({
      ok: true,
      value: { text: sample, encoding: 'utf-8', repairs: [{ code: 'byte-order-mark' }] },
    });
  });

  test('Windows-1252, and where it was found out', () => {
    const bytes = Uint8Array.from([
      0x6f, 0x6b, 0x0a, 0xab, 0xa0, 0xe9, 0x74, 0xe9, 0x92, 0x9c, 0x80,
    ]);
    const detail = 'windows-1252, byte 3';
    expect(decodeBytes(bytes)).toEqual({
      ok: true,
      value: {
        text: 'ok\n«\u00A0été’œ€',
        encoding: 'windows-1252',
        repairs: [{ code: 'encoding', line: 2, detail }],
      },
    });
  });
});

describe('what is put right', () => {
  test('line ends', () => {
    expect(decodeBytes(utf8('a\r\nb\rc\nd'))).toMatchObject({
      value: { text: 'a\nb\nc\nd', repairs: [{ code: 'line-endings', detail: '2' }] },
    });
  });

  test('control characters, but not tabs', () => {
    expect(decodeBytes(utf8('un\ttexte\nassez\u001B long\u007F'))).toMatchObject({
      value: {
        text: 'un\ttexte\nassez long',
        repairs: [{ code: 'control-characters', line: 2, detail: '2' }],
      },
    });
  });

  test('surrogates standing alone', () => {
    expect(decodeBytes(utf16('ab\nc\uD800d', false, true))).toMatchObject({
      value: {
        text: 'ab\nc\uFFFDd',
        repairs: [
          { code: 'byte-order-mark' },
          { code: 'encoding' },
          { code: 'lone-surrogates', line: 2, detail: '1' },
        ],
      },
    });
  });
});

describe('what is no text', () => {
  test.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['pdf', [...utf8('%PDF-1.7')]],
    ['zip', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['sqlite', [...utf8('SQLite format 3\u0000')]],
    ['unknown', [0x61, 0x00, 0x00, 0x62, 0x00]],
    ['unknown', [...utf8('\u0001\u0002\u0003\u0004\u0005\u0006\u000E\u000F\u0010 a')]],
  ])('%s', (looksLike, bytes) => {
    expect(decodeBytes(Uint8Array.from(bytes))).toEqual({
      ok: false,
      error: { code: 'binary', looksLike },
    });
  });

  test('nothing, or only white space', () => {
    for (const bytes of [[], [0xef, 0xbb, 0xbf], [0x20, 0x0a], [0xff, 0xfe]]) {
      expect(decodeBytes(Uint8Array.from(bytes))).toEqual({ ok: false, error: { code: 'empty' } });
    }
  });

  test('too much', () => {
    const bytes = maxTextBytes + 1;
    expect(decodeBytes(new Uint8Array(bytes))).toEqual({
      ok: false,
      error: { code: 'too-large', bytes, limit: maxTextBytes },
    });
  });
});

test('any bytes are read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const read = decodeBytes(bytes);
      if (!read.ok) return;
      expect(/[\p{Surrogate}\u0000\r]/u.test(read.value.text)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
