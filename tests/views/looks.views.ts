/** Pictures of every view in every look, to be looked at. Run by `npm run tour -- --views`. */
import { test } from '@playwright/test';
import path from 'node:path';
import { forget, quit } from '../e2e/support/workstation';
import { begin, pictures, type Look } from '../tour/support/camera.mjs';
import { openSampleArchive } from '../tour/support/steps.mjs';
import {
  lookAtBackups,
  lookAtDialogs,
  lookAtDrafts,
  lookAtFinding,
  lookAtPreferences,
} from '../tour/support/views.mjs';

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
    const walk = await begin(look, { camera });
    try {
      await openSampleArchive(walk);
      await lookAtDialogs(walk);
      await lookAtPreferences(walk);
      await lookAtFinding(walk);
      await lookAtDrafts(walk);
      await lookAtBackups(walk);
    } finally {
      await quit(walk);
      forget(walk.userData);
    }
  });
}
