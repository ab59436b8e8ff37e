import { expect, test } from '@playwright/test';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDesk, newFolder, openDesk, removeFolder, taken } from '../bench/support/archive';
import { readCorpus } from '../bench/support/corpus';
import { fill } from '../bench/support/fill';
import { root } from '../bench/support/run';
import { forget, launch, quit } from '../e2e/support/workstation';
import { reportOf } from './support/report';
import {
  delaysOf,
  held,
  sample,
  takeDelays,
  watchDelays,
  type Held,
  type Sample,
} from './support/watch';
import { round } from './support/work';

const minutes = Number(process.env['WRITETHRU_SOAK_MINUTES'] ?? 10);
/** Rounds after which the page's garbage is collected and what is left is told. */
const collectEvery = 5;
/** ms from the beginning of a round to that of the next. */
const roundEvery = 12_000;
const asked = Number(process.env['WRITETHRU_SOAK_DISPATCHES'] ?? 100_000);
/** A closed archive to work on a copy of. */
const given = process.env['WRITETHRU_SOAK_ARCHIVE'];

test(`a desk at work for ${minutes} min`, async () => {
  test.setTimeout((minutes + 60) * 60_000);
  const folder = newFolder();
  const file = path.join(folder, 'soak.writethru');
  const count = await prepare(file);
  const desk = await launch({ archivePath: file });
  const wrong: string[] = [];
  desk.page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  desk.page.on('console', (told) => {
    if (told.type() === 'error') wrong.push(`console: ${told.text()}`);
  });
  try {
    await watchDelays(desk.app);
    const began = performance.now();
    const sinceThen = (): number => (performance.now() - began) / 60_000;
    const samples: Sample[] = [];
    const delays: number[] = [];
    const page: Held[] = [];
    const session = await desk.page.context().newCDPSession(desk.page);
    let rounds = 0;
    while (sinceThen() < minutes) {
      const next = performance.now() + roundEvery;
      await round(desk, rounds);
      rounds += 1;
      // A desk's pace, however fast the machine is.
      await delay(Math.max(0, next - performance.now()));
      samples.push(await sample(desk.app, sinceThen()));
      if (rounds % collectEvery === 0) page.push(await held(session, sinceThen()));
      for (const late of await takeDelays(desk.app)) delays.push(late);
    }
    await quit(desk);
    wrong.push(...errorsOf(desk.userData));
    const { problems, dispatches } = await verified(file);
    const figures = {
      minutes,
      count,
      rounds,
      samples,
      page,
      delays: delaysOf(delays),
      wrong,
      problems,
    };
    const report = reportOf(figures);
    process.stdout.write(`\n${report}\n`);
    if (minutes >= 60) writeFileSync(path.join(root, 'docs', 'soak.md'), report);
    expect(wrong).toEqual([]);
    expect(problems).toBe(0);
    expect(dispatches).toBe(count + rounds);
  } catch (failed) {
    // What the window showed then.
    await desk.page.screenshot({ path: test.info().outputPath('failed.png') }).catch(() => null);
    throw failed;
  } finally {
    await quit(desk);
    forget(desk.userData);
    removeFolder(folder);
  }
});

/** Puts the archive in its place; how many dispatches it has. */
async function prepare(file: string): Promise<number> {
  if (given !== undefined) {
    copyFileSync(given, file);
    const { archive } = await openDesk(file);
    const { dispatches } = taken(await archive.read('readFacts', {}));
    await archive.close();
    return dispatches;
  }
  const filled = await createDesk(file);
  await fill(filled, readCorpus(), asked);
  await filled.archive.close();
  return asked;
}

/** Everything the workstation's log tells but that it started and verified. */
function errorsOf(userData: string): readonly string[] {
  const log = path.join(userData, 'logs', 'writethru.log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '' && !/"event":"(started|verified)"/.test(line));
}

async function verified(file: string) {
  const { archive, services } = await openDesk(file);
  try {
    const { problems, dispatches } = taken(await services.care.verify());
    return { problems: problems.length, dispatches };
  } finally {
    await archive.close();
  }
}
