/** Pictures of every view in every look, to be looked at. Run by `npm run tour -- --views`. */
import { test } from '@playwright/test';
import path from 'node:path';
import { pictures, walkThrough, type Look } from '../tour/support/camera.mjs';
import { openSampleArchive } from '../tour/support/steps.mjs';
import { everyView } from '../tour/support/views.mjs';

const camera = pictures(path.resolve(import.meta.dirname, '../../test-results/views'));
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const looks = sizes.flatMap((size) =>
  (['fr', 'en'] as const).flatMap((language) =>
    (['light', 'dark', 'contrast'] as const).map((theme): Look => ({ language, theme, ...size })),
  ),
);

for (const look of looks) {
  const { language, theme, width, height } = look;
  test(`every view: ${language}, ${theme}, ${width} × ${height}`, async () => {
    await walkThrough(look, [openSampleArchive, ...everyView], { camera });
  });
}
