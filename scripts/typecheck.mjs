/** `npm run typecheck`: TypeScript over every room, each with what that room may know. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureSetup } from './setup/index.mjs';
import { inPackages, ROOT } from './shared/paths.mjs';
import { runMain, say } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

const ROOMS = [
  'src-main/domain',
  'src-main/contract',
  'src-main',
  'src-main/preload',
  'src-renderer',
  'tests',
  'scripts',
];
const AT_ONCE = 2;

await runMain(async () => {
  await ensureSetup('build');
  const rooms = ROOMS.filter((room) => existsSync(path.join(ROOT, room, 'tsconfig.json')));
  const failed = await checkAll(rooms);
  if (failed.length === 0) {
    say(`Types: ${rooms.length} rooms, no errors.`);
    return 0;
  }
  say(`Types: errors in ${failed.join(', ')}.`);
  return 1;
});

/**
 * @param {readonly string[]} rooms
 * @returns {Promise<string[]>} the rooms with errors
 */
async function checkAll(rooms) {
  const waiting = [...rooms];
  /** @type {string[]} */
  const failed = [];
  const worker = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      if (!(await check(room))) failed.push(room);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}

/** @param {string} room */
async function check(room) {
  const args = ['--project', path.join(room, 'tsconfig.json'), '--pretty', 'false'];
  const result = await runNode(inPackages('typescript', 'bin', 'tsc'), args);
  const output = `${result.stdout}${result.stderr}`;
  // A room that is still empty has nothing to get wrong.
  if (result.code === 0 || /error TS18003/.test(output)) return true;
  process.stdout.write(`── ${room}\n${output.trimEnd()}\n`);
  return false;
}
