import { test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archiveOf, newFolder, removeFolder } from './support/archive';
import { firstWindow, type FirstWindow } from './support/first-window';
import { generateDispatches } from './support/generate';
import { median, ms, p95, ratio } from './support/measure';
import { tell, type Row } from './support/report';
import { dispatches, root, size } from './support/run';

const count = dispatches(100_000, 60);
const runs = size(10, 3);
const firstRowOfTheWire = '[data-pane=wire] [role=option]';
const bareApp = path.join(import.meta.dirname, 'bare-electron');

/** A folder of a workstation that has been used: its archive is known, its window remembered. */
async function usedFolder(folder: string): Promise<string> {
  const userData = path.join(folder, 'user-data');
  mkdirSync(userData);
  const settings = {
    preferences: { language: 'fr', theme: 'light', initials: 'mbr', zone: 'Europe/Zurich' },
    archivePath: await archiveOf(folder, generateDispatches(count)),
    window: { x: 0, y: 0, width: 1280, height: 800, maximized: false },
  };
  writeFileSync(path.join(userData, 'preferences.json'), JSON.stringify(settings));
  return userData;
}

function row(
  what: string,
  figure: (times: readonly number[]) => number,
  ours: readonly number[],
  bare: readonly number[],
): Row {
  return {
    what,
    ours: ms(figure(ours)),
    reference: ms(figure(bare)),
    ratio: ratio(figure(ours), figure(bare)),
  };
}

test('start', async () => {
  const folder = newFolder();
  try {
    const userData = await usedFolder(folder);
    const startOurs = () => firstWindow(root, [`--user-data-dir=${userData}`], firstRowOfTheWire);
    const startBare = () =>
      firstWindow(bareApp, [`--user-data-dir=${path.join(folder, 'bare')}`], 'main');
    // One start of each beforehand, so that both are read from memory.
    await startOurs();
    await startBare();
    const ours: FirstWindow[] = [];
    const bare: FirstWindow[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await startOurs());
      bare.push(await startBare());
    }
    const painted = (starts: readonly FirstWindow[]) => starts.map((start) => start.painted);
    const shown = (starts: readonly FirstWindow[]) => starts.map((start) => start.shown);
    tell('start', {
      title: 'Start',
      reference: 'bare Electron window',
      rows: [
        row('first window painted, median', median, painted(ours), painted(bare)),
        row('first window painted, p95', p95, painted(ours), painted(bare)),
        row('first window shown, median', median, shown(ours), shown(bare)),
      ],
      runs: `${runs} starts of each, by turns, after one of each that is not counted.`,
      how:
        'From the start of the process, without a debugger, until the window is shown and the ' +
        `frame with the wire’s first rows is painted (an archive of ${count.toLocaleString('en')} dispatches). The ` +
        'reference is an application of one window with three lines of text, until these are ' +
        'painted.',
    });
  } finally {
    removeFolder(folder);
  }
});
