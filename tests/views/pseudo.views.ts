/** Every view in the pseudo-locale: no words may be clipped. Run by `npm run tour -- --pseudo`. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { pseudoCatalogue } from '../../src-renderer/ui/i18n/pseudo';
import { speakInstead } from '../../src-renderer/ui/i18n/translate';
import { pictures, walkThrough, type Camera } from '../tour/support/camera.mjs';
import { aDay, openSampleArchive, searchArchive, turnMargin } from '../tour/support/steps.mjs';
import { everyView } from '../tour/support/views.mjs';
import { clippedIn } from './support/clipped.mjs';

// Test and window speak the same.
speakInstead('en', pseudoCatalogue());

const keep = pictures(path.resolve(import.meta.dirname, '../../test-results/pseudo'));

test('no words are clipped in a language longer by two fifths', async () => {
  const told = new Set<string>();
  const camera: Camera = async (walk, name) => {
    const clipped = await clippedIn(walk.page);
    const said = clipped.map(({ how, words, where }) => `${how}: ${words} (${where})`);
    // Each once, at the view it is first seen in; the walk goes on.
    expect
      .soft(
        [...new Set(said)].filter((one) => !told.has(one)),
        name,
      )
      .toEqual([]);
    for (const one of said) told.add(one);
    await keep(walk, name);
  };
  await walkThrough(
    { language: 'en', theme: 'light', width: 1280, height: 800 },
    [openSampleArchive, ...aDay, turnMargin, searchArchive, ...everyView],
    { camera },
  );
});
