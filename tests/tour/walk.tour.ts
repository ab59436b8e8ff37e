import { test } from '@playwright/test';
import { forget, kill, quit } from '../e2e/support/workstation';
import { begin, clearAlbum, walkThrough, type Look } from './support/camera.mjs';
import {
  aDay,
  beginUrgent,
  compareStates,
  findDraftAgain,
  lookAtSample,
  missArchive,
  openDialogs,
  openSampleArchive,
  searchArchive,
  turnMargin,
} from './support/steps.mjs';

/** A place where no machine has an archive. */
const missingArchive = '/media/redaction/archives/desk.writethru';
const usual: Look = { language: 'fr', theme: 'light', width: 1280, height: 800 };
const looks: readonly Look[] = [
  usual,
  { language: 'fr', theme: 'dark', width: 1280, height: 800 },
  { language: 'en', theme: 'light', width: 1280, height: 800 },
  { language: 'en', theme: 'dark', width: 1280, height: 800 },
  { language: 'fr', theme: 'light', width: 1920, height: 1080 },
];

const named = ({ language, theme, width, height }: Look): string =>
  `${language}, ${theme}, ${width} × ${height}`;

for (const look of looks) {
  test(`the whole tour: ${named(look)}`, async () => {
    clearAlbum(look);
    await walkThrough(look, [
      openSampleArchive,
      lookAtSample,
      ...aDay,
      compareStates,
      turnMargin,
      searchArchive,
      openDialogs,
    ]);
  });
}

test(`after a crash: ${named(usual)}`, async () => {
  const first = await begin(usual);
  try {
    await beginUrgent(first);
  } finally {
    await kill(first);
  }
  const again = await begin(usual, { userData: first.userData });
  try {
    await findDraftAgain(again);
  } finally {
    await quit(again);
    forget(first.userData);
  }
});

test(`without its archive: ${named(usual)}`, async () => {
  await walkThrough(usual, [missArchive], { archivePath: missingArchive });
});
