/**
 * `npm run test:faults`: breaks things as often as it takes to be believed (`tests/fault`, and in the
 * real window `tests/e2e/killed-typing.test.ts`; `npm test` has the short form), prints what became of each kind of fault and writes it to
 * docs/faults.md.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { remove } from './shared/files.mjs';
import { inPackages, ROOT } from './shared/paths.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { runNode } from './shared/processes.mjs';
import { runMain, say } from './shared/progress.mjs';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';

const COLUMNS = ['fault', 'tries', 'acknowledged', 'lost', 'torn', 'damaged', 'found'];

await runMain(async () => {
  await ensureSetup('everything');
  await ensureBuild();
  const folder = mkdtempSync(path.join(tmpdir(), 'writethru-faults-'));
  const table = path.join(folder, 'table.jsonl');
  writeFileSync(table, '');
  try {
    const began = performance.now();
    const code = await breakThings(process.argv.slice(2), {
      WRITETHRU_FAULTS: 'full',
      WRITETHRU_FAULT_TABLE: table,
    });
    const minutes = (performance.now() - began) / 60_000;
    const rows = readFileSync(table, 'utf8').split('\n').filter(Boolean).toSorted();
    const lines = asMarkdown(rows.map((row) => JSON.parse(row)));
    process.stdout.write(`\n${lines.join('\n')}\n`);
    if (code === 0 && process.argv.length === 2) write(lines, minutes);
    return code;
  } finally {
    remove(folder);
  }
});

/**
 * Runs both: without a window, and in it. What is asked for by name runs without one.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function breakThings(args, env) {
  const without = await runNode(
    inPackages('vitest', 'vitest.mjs'),
    ['run', 'tests/fault', ...args],
    { output: 'inherit', env: { NODE_ENV: 'test', ...env } },
  );
  if (without.code !== 0 || args.length > 0) return without.code;
  const inWindow = await runPlaywright('window', ['killed-typing', '--retries=0'], env);
  return inWindow.code;
}

/** @param {readonly Record<string, string | number | null>[]} tallies */
function asMarkdown(tallies) {
  const cell = (/** @type {string | number | null | undefined} */ value) =>
    typeof value === 'number' ? value.toLocaleString('en') : (value ?? '–');
  return [
    `| ${COLUMNS.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(COLUMNS.length - 1)}`,
    ...tallies.map((tally) => `| ${COLUMNS.map((name) => cell(tally[name])).join(' | ')} |`),
  ];
}

/**
 * @param {readonly string[]} lines
 * @param {number} minutes
 */
function write(lines, minutes) {
  const text = `# Faults

Written by \`npm run test:faults\` when all of it passed; \`npm test\` runs the same with fewer tries.
*Acknowledged* counts the writes that were answered as saved before the fault (for requests and
documents: those answered or read), *lost* those of them that were missing afterwards, *torn* the times
something was neither as before nor as after a write. *Damaged* counts the times something that readers
see was not as it was published (for documents: something in an export that would have acted), *found*
how often verifying said so.

${lines.join('\n')}

${new Date().toISOString().slice(0, 10)}, ${process.platform}, Node ${process.versions.node}, ${cpus().length} cores, ${minutes.toFixed(1)} minutes.

- **Killed while typing**: a process that types into a draft through the archive's own thread gets
  SIGKILL after a random number of answers.
- **Typing in the real window**: a robot types in the built workstation; its main process, the page's,
  the GPU's and the network's get SIGKILL in turn. Acknowledged are the letters that were in the window
  250 ms before; torn means also that not everything could be undone, or not all of it done again.
- **Killed at a statement of publishing**, **while migrating**: before or after the nth statement of the
  transaction, COMMIT among them; migrations of every shipped version.
- **File and log cut off, or partly written**: the write-ahead log cut at any byte; of the last commit
  only some sectors of 512 bytes; of copying the log back only some. After a cut the archive is exactly
  as after the last commit that is whole.
- **A page damaged at random**: a bit, a byte, a sector of zeros, noise, another page in its place.
- **The disk full while typing**: on a small file system of its own (needs the right to mount one).
- **Requests of a page taken over**: on every channel, by its schema and spoilt, also of other senders.
- **Documents made to do harm**: scripts, handlers, formulas, control bytes in every place of every
  format that is text; exported as HTML, CSV and NITF.
`;
  writeFileSync(path.join(ROOT, 'docs', 'faults.md'), text);
  say('Written to docs/faults.md.');
}
