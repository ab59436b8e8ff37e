import { expect, test, type Desk } from './support/desk';
import { press, quit } from './support/workstation';
import { draftOf, saved } from './support/writing';
import { seeded, type Random } from '../bench/support/random';
import { patience, tell, tries } from '../fault/support/tally';

/** What is older than this when the fault strikes must be there, in ms. */
const mayBeMissing = 250;

/** The processes of the workstation; the archive's writer is a thread of main. */
const processes = ['main', 'renderer', 'gpu', 'network'] as const;
type Process = (typeof processes)[number];

/** Words of these stand for nothing else: no abbreviation of the desk (`md`) is among them. */
const robotLetters = 'abceilnorstu';

/** What the robot typed, and when each letter was in the window. */
type Typed = { readonly text: string; readonly at: readonly number[] };

test('of what is typed nothing older than 250 ms is missing when any process is killed, and all of it can be undone', async ({
  desk,
}) => {
  test.setTimeout(patience * 2);
  const random = seeded(90);
  const total = tries(50, 2);
  let [acknowledged, lost, torn] = [0, 0, 0];
  for (let run = 0; run < total; run += 1) {
    const which = processes[run % processes.length] ?? 'main';
    await begin(desk);
    const main = desk.app.process();
    const ended = new Promise<void>((resolve) => void main.once('exit', () => resolve()));
    const { typed, struckAt } = await typeAndKill(desk, which, random);
    await again(desk, which, ended);
    const draft = draftOf(desk.page);
    await expect(draft).toContainText('Crue');
    const found = (await draft.textContent()) ?? '';
    const due = typed.at.filter((at) => at <= struckAt - mayBeMissing).length;
    acknowledged += due;
    lost += Math.max(0, due - found.length);
    const comesBack = await undoneAndRedone(desk, found);
    if (!typed.text.startsWith(found) || !comesBack) torn += 1;
    expect({ which, lost, torn }).toEqual({ which, lost: 0, torn: 0 });
  }
  const fault = 'typing in the real window';
  tell({ fault, tries: total, acknowledged, lost, torn, damaged: null, found: null });
});

/** Begins a dispatch, and waits until it can be written in. */
async function begin(desk: Desk): Promise<void> {
  await press(desk, 'Ctrl+N');
  const draft = draftOf(desk.page);
  await expect(draft).toHaveText('');
  await expect(draft).toBeFocused();
}

/** Types words, with pauses that end what one undo takes back, until the process is gone. */
async function typeAndKill(
  desk: Desk,
  which: Process,
  random: Random,
): Promise<{ readonly typed: Typed; readonly struckAt: number }> {
  const pid = await pidOf(desk, which);
  const { keyboard } = desk.page;
  let text = 'Crue';
  const at: number[] = [];
  let struckAt = Infinity;
  await keyboard.type(text);
  at.push(...Array.from(text, () => Date.now()));
  await saved(desk.page);
  const strike = new Promise<void>((resolve) => {
    setTimeout(
      () => {
        struckAt = Date.now();
        process.kill(pid, 'SIGKILL');
        resolve();
      },
      random.whole(100, 2_500),
    );
  });
  // Where the window outlives the process, the robot goes on for a while.
  while (Date.now() < struckAt + 300) {
    const letter =
      random.whole(0, 6) === 0 && !text.endsWith(' ')
        ? ' '
        : robotLetters[random.whole(0, robotLetters.length - 1)];
    if (letter === undefined) break;
    // One that is lost with the window may yet have been taken.
    text += letter;
    const isThere = await keyboard.press(letter === ' ' ? 'Space' : letter).then(
      () => true,
      () => false,
    );
    if (!isThere) break;
    at.push(Date.now());
    await after(random.whole(0, 20) === 0 ? 500 : random.whole(5, 60));
  }
  await strike;
  return { typed: { text, at }, struckAt };
}

/** Starts the workstation again, however it ended. */
async function again(desk: Desk, which: Process, ended: Promise<void>): Promise<void> {
  if (which === 'main') {
    await desk.restart(() => ended);
    return;
  }
  if (which === 'renderer') {
    // The window comes back by itself; the page that Playwright holds is gone.
    await expect
      .poll(() =>
        desk.app.evaluate(
          ({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
              "document.querySelector('[contenteditable]')?.textContent ?? ''",
            ) as Promise<string>,
        ),
      )
      .toContain('Crue');
  } else {
    await saved(desk.page);
  }
  await desk.restart(quit);
}

/** Undoes everything, and does it all again; whether the first text and the last are what they were. */
async function undoneAndRedone(desk: Desk, found: string): Promise<boolean> {
  const draft = draftOf(desk.page);
  await draft.focus();
  const pressUntil = async (keys: string, text: string): Promise<boolean> => {
    // Each takes back what was typed between two pauses.
    for (let count = 0; count < 60; count += 1) {
      if ((await draft.textContent()) === text) return true;
      await desk.page.keyboard.press(keys);
    }
    return false;
  };
  return (await pressUntil('Control+z', '')) && (await pressUntil('Control+Shift+z', found));
}

/** The number of a process of the workstation, for the system. */
function pidOf({ app }: Desk, which: Process): Promise<number> {
  return app.evaluate(({ app: electron, BrowserWindow }, wanted) => {
    const metrics = electron.getAppMetrics();
    const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    const found = {
      main: process.pid,
      renderer: page,
      gpu: metrics.find(({ type }) => type === 'GPU')?.pid,
      network: metrics.find(({ type }) => type === 'Utility')?.pid,
    }[wanted];
    if (found === undefined) throw new Error(`There is no such process: ${wanted}`);
    return found;
  }, which);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
