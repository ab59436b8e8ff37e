import * as fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKey, openSealed, sealFile } from '../../../src-main/services/sealing/seal';
import { must, temporaryFolder } from '../../support/archives';

const passphrase = 'des mots à ne pas perdre';
/** Far less than in use: tests do not wait seconds for each key. */
const work = 10;

/** A file of bytes, and places beside it. */
function files(bytes: Uint8Array) {
  const folder = temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('plain'), bytes);
  return { folder, from: at('plain'), sealed: at('sealed.age'), opened: at('opened') };
}

describe('a file sealed for a key', () => {
  it('opens with the passphrase of the key, to the byte, whatever its length', async () => {
    const key = await makeKey(passphrase, work);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 200_000), async (length) => {
        const bytes = new Uint8Array(length).map((_, index) => index % 251);
        const { from, sealed, opened } = files(bytes);
        must(await sealFile(from, sealed, key));
        expect(readFileSync(sealed).includes('plain')).toBe(false);
        must(await openSealed(sealed, opened, { passphrase, keys: [key.sealed] }));
        expect(Buffer.compare(readFileSync(opened), bytes)).toBe(0);
      }),
      { numRuns: 3 },
    );
  });

  it('does not open with another passphrase, another key, or a bit changed; nothing is left', async () => {
    const key = await makeKey(passphrase, work);
    const { folder, from, sealed, opened } = files(new Uint8Array(150_000).fill(7));
    must(await sealFile(from, sealed, key));
    const open = (words: string, keys: readonly string[]) =>
      openSealed(sealed, opened, { passphrase: words, keys });
    const refused = { ok: false, error: { code: 'validation', reason: 'passphrase' } };
    expect(await open('d’autres mots', [key.sealed])).toMatchObject(refused);
    const other = await makeKey(passphrase, work);
    expect(await open(passphrase, [other.sealed])).toMatchObject(refused);
    const bytes = readFileSync(sealed);
    bytes[bytes.length - 70_000] = (bytes.at(-70_000) ?? 0) ^ 1;
    writeFileSync(sealed, bytes);
    expect(await open(passphrase, [other.sealed, key.sealed])).toMatchObject({
      error: { reason: 'sealed-damaged' },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['plain', 'sealed.age']);
    // Cut off, it does not open either.
    writeFileSync(sealed, readFileSync(from).subarray(0, 90));
    expect((await open(passphrase, [key.sealed])).ok).toBe(false);
  });
});

it('a file sealed with a passphrase opens with it, and replaces none', async () => {
  const { from, sealed, opened } = files(new TextEncoder().encode('Un pont fermé à Valdane'));
  must(await sealFile(from, sealed, { passphrase, work }));
  expect(readFileSync(sealed, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  expect(await sealFile(from, sealed, { passphrase, work })).toMatchObject({
    error: { code: 'archive-exists' },
  });
  must(await openSealed(sealed, opened, { passphrase, keys: [] }));
  expect(readFileSync(opened, 'utf8')).toBe('Un pont fermé à Valdane');
});
