/** The stages of `npm test`: each runs by itself and says what it came to. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson, remove } from '../shared/files.mjs';
import { build } from '../shared/application.mjs';
import { inPackages, ROOT } from '../shared/paths.mjs';
import { runPlaywright } from '../shared/playwright.mjs';
import { tellFailure } from '../shared/progress.mjs';
import { runNode } from '../shared/processes.mjs';
import { countCheck, countPlaywright, countVitest, NOTHING, sum } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [needsBuild] whether it cannot run without a good build
 * @property {(args: readonly string[]) => Promise<Counts>} run
 */

/** Builds what has changed; a good build counts for nothing, a bad one as a failure. */
export async function buildStage() {
  try {
    await build();
    return NOTHING;
  } catch (error) {
    tellFailure(error);
    return countCheck(1);
  }
}

/** @type {readonly Stage[]} */
export const CHECKS = [
  { name: 'types', run: () => check('typecheck.mjs', []) },
  { name: 'lint', run: () => check('lint.mjs', ['--only=oxlint']) },
  { name: 'import rules', run: () => check('lint.mjs', ['--only=imports']) },
  { name: 'format', run: () => check('format.mjs', ['--check']) },
];

/** @type {Stage} */
export const UNIT = {
  name: 'unit tests',
  run: (args) =>
    withReport(async (file) => {
      const { code } = await runNode(
        inPackages('vitest', 'vitest.mjs'),
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
        { output: 'inherit', env: { NODE_ENV: 'test' } },
      );
      return countVitest(readJson(file), code);
    }),
};

/** @type {Stage} */
export const WINDOW = {
  name: 'window tests',
  needsBuild: true,
  run: async (args) => {
    const files = args.filter((argument) => argument.endsWith('.ts'));
    const several = files.filter((file) => file.endsWith(SEVERAL_WINDOWS));
    const total = [];
    // Several windows are tested alone; where files are named, only the projects that have them run.
    if (files.length === 0 || several.length < files.length) {
      total.push(await windowTests('window', args));
    }
    if (files.length === 0 || several.length > 0) total.push(await windowTests('windows', args));
    return sum(total);
  },
};

/** The file of the project `windows` in playwright.config.ts. */
const SEVERAL_WINDOWS = 'windows.test.ts';

/**
 * @param {string} project
 * @param {readonly string[]} args
 */
function windowTests(project, args) {
  return withReport(async (file) => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code } = await runPlaywright(project, ['--reporter=list,json', ...args], env);
    return countPlaywright(readJson(file), code);
  });
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function check(script, args) {
  const { code } = await runNode(path.join(ROOT, 'scripts', script), args, { output: 'inherit' });
  return countCheck(code);
}

/**
 * Gives a runner a file to report into, and takes it away afterwards.
 * @param {(file: string) => Promise<Counts>} work
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'writethru-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    remove(folder);
  }
}
