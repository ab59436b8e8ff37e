/**
 * `npm run setup`: makes everything the other commands need. Safe to run again, and to interrupt.
 * `-- --official` asks for Electron's own download again where the stand-in is in use.
 */
import { performance } from 'node:perf_hooks';
import { ensureSetup } from './setup/index.mjs';
import { runMain, say, seconds } from './shared/progress.mjs';

await runMain(async () => {
  const official = process.argv.includes('--official');
  const { changed, electron } = await ensureSetup('everything', { official });
  const runtime = electron.kind === 'official' ? 'Electron' : 'stand-in Electron';
  const verb = changed ? 'Set up' : 'Nothing to set up';
  say(
    `${verb}: Node ${process.versions.node}, ${runtime} ${electron.version} (${seconds(performance.now())}).`,
  );
});
