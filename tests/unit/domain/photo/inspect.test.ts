import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectPicture, photoBounds } from '@domain/photo/inspect';
import { jpegWith, png, pngOf, webp } from '../../../support/pictures';

const factsOf = (bytes: Uint8Array) => inspectPicture(bytes);

describe('a picture that is looked at before it is taken in', () => {
  it('is known by its signature, with its size', () => {
    expect(factsOf(jpegWith())).toEqual({
      ok: true,
      value: { type: 'image/jpeg', width: 48, height: 32 },
    });
    expect(factsOf(png())).toMatchObject({ value: { type: 'image/png', width: 4, height: 3 } });
    expect(factsOf(webp())).toMatchObject({ value: { type: 'image/webp', width: 48, height: 32 } });
    const described = jpegWith({ iim: { 120: 'Une légende' }, orientation: 6, xmp: '' });
    expect(factsOf(described)).toMatchObject({ value: { width: 48, height: 32 } });
  });

  it('is refused wherever it is cut off, and never throws on anything', () => {
    for (const whole of [jpegWith({ orientation: 1 }), png(), webp()]) {
      for (let end = 12; end < whole.byteLength - 1; end += 1) {
        expect(factsOf(whole.subarray(0, end))).toEqual({ ok: false, error: 'photo-truncated' });
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(2), (noise, kind) => {
        const whole = [jpegWith(), png(), webp()][kind] ?? png();
        const spoilt = new Uint8Array(whole);
        spoilt.set(noise.subarray(0, whole.byteLength - 20), 14);
        expect(typeof factsOf(spoilt).ok).toBe('boolean');
        expect(factsOf(noise).ok).toBe(false);
      }),
    );
  });

  it('is refused with more pixels or bytes than are decoded, and where it is none', () => {
    const refusal = (bytes: Uint8Array) => {
      const read = factsOf(bytes);
      return read.ok ? null : read.error;
    };
    expect(refusal(pngOf(40_000, 40_000))).toBe('photo-too-many-pixels');
    expect(refusal(pngOf(20_000, 20_000))).toBe('photo-too-many-pixels');
    expect(refusal(new Uint8Array(photoBounds.bytes + 1))).toBe('photo-too-large');
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(refusal(encode('<?xml version="1.0"?><svg><script>alert(1)</script></svg>'))).toBe(
      'photo-svg',
    );
    expect(refusal(encode('GIF89a'))).toBe('photo-kind');
    expect(refusal(new Uint8Array())).toBe('photo-kind');
  });
});
