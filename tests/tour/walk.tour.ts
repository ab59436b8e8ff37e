import { test } from '@playwright/test';
import { forget, kill, quit } from '../e2e/support/workstation';
import { begin, clearAlbum, type Look } from './support/camera.mjs';
import {
  beginUrgent,
  compareStates,
  findDraftAgain,
  importFiles,
  leaveNotes,
  lookAtSample,
  missArchive,
  openDialogs,
  openSampleArchive,
  publishUpdate,
  searchArchive,
  suggestChanges,
  turnMargin,
  useLibrary,
  writeUpdate,
} from './support/steps.mjs';

/** A place where no machine has an archive. */
const missingArchive = '/media/redaction/archives/desk.writethru';
const wholeTour: Look = { language: 'fr', theme: 'light', width: 1280, height: 800 };
const shorterTours: readonly Look[] = [
  { language: 'fr', theme: 'dark', width: 1280, height: 800 },
  { language: 'en', theme: 'light', width: 1280, height: 800 },
  { language: 'en', theme: 'dark', width: 1280, height: 800 },
  { language: 'fr', theme: 'light', width: 1920, height: 1080 },
];

const named = ({ language, theme, width, height }: Look): string =>
  `${language}, ${theme}, ${width} × ${height}`;

test(`the whole tour: ${named(wholeTour)}`, async () => {
  clearAlbum(wholeTour);
  const walk = await begin(wholeTour);
  try {
    await openSampleArchive(walk);
    await lookAtSample(walk);
    await importFiles(walk);
    await writeUpdate(walk);
    await publishUpdate(walk);
    await leaveNotes(walk);
    await suggestChanges(walk);
    await useLibrary(walk);
    await compareStates(walk);
    await turnMargin(walk);
    await searchArchive(walk);
    await openDialogs(walk);
  } finally {
    await quit(walk);
    forget(walk.userData);
  }
});

test(`after a crash: ${named(wholeTour)}`, async () => {
  const first = await begin(wholeTour);
  try {
    await beginUrgent(first);
  } finally {
    await kill(first);
  }
  const again = await begin(wholeTour, { userData: first.userData });
  try {
    await findDraftAgain(again);
  } finally {
    await quit(again);
    forget(first.userData);
  }
});

test(`without its archive: ${named(wholeTour)}`, async () => {
  const walk = await begin(wholeTour, { archivePath: missingArchive });
  try {
    await missArchive(walk);
  } finally {
    await quit(walk);
    forget(walk.userData);
  }
});

for (const look of shorterTours) {
  test(`a shorter tour: ${named(look)}`, async () => {
    clearAlbum(look);
    const walk = await begin(look);
    try {
      await openSampleArchive(walk);
      await writeUpdate(walk);
      await publishUpdate(walk);
      await leaveNotes(walk);
      await suggestChanges(walk);
      await useLibrary(walk);
      await compareStates(walk);
      await searchArchive(walk);
    } finally {
      await quit(walk);
      forget(walk.userData);
    }
  });
}
