/**
 * `npm run lint`: oxlint with its type-aware rules, then our own import rules and the check of the
 * catalogues. `-- --fix` mends what can be mended; `-- --only=oxlint`, `-- --only=imports` or
 * `-- --only=catalogues` runs one of them.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkImports } from './import-rules/index.mjs';
import { ensureSetup } from './setup/index.mjs';
import { inPackages, ROOT } from './shared/paths.mjs';
import { runMain, say } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

const PLACES = ['src-main', 'src-renderer', 'scripts', 'tests'];

await runMain(async () => {
  const args = process.argv.slice(2);
  const only = args.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  const rest = args.filter((argument) => !argument.startsWith('--only='));
  let failed = false;
  const asked = (/** @type {string} */ name) => only === undefined || only === name;
  if (asked('oxlint')) failed = (await oxlint(rest)) !== 0;
  if (asked('imports')) failed = !reportImports() || failed;
  if (asked('catalogues')) failed = !(await reportCatalogues()) || failed;
  return failed ? 1 : 0;
});

/** @param {readonly string[]} args */
async function oxlint(args) {
  await ensureSetup('build');
  const places = PLACES.filter((place) => existsSync(path.join(ROOT, place)));
  const { code } = await runNode(
    inPackages('oxlint', 'bin', 'oxlint'),
    ['--type-aware', '--deny-warnings', ...args, ...places],
    { output: 'inherit' },
  );
  return code;
}

/** @returns {boolean} whether every import is allowed */
function reportImports() {
  const { files, violations } = checkImports(ROOT);
  tell(violations);
  const count = violations.length;
  say(`Import rules: ${files} files, ${count === 0 ? 'all allowed' : `${count} not allowed`}.`);
  return count === 0;
}

/** @returns {Promise<boolean>} whether every message is used, and all words are messages */
async function reportCatalogues() {
  await ensureSetup('build');
  // It reads the code with the compiler, which is there only once set up.
  const { checkCatalogues } = await import('./catalogues/index.mjs');
  const { messages, problems } = checkCatalogues(ROOT);
  tell(problems);
  const count = problems.length;
  say(`Catalogues: ${messages} messages, ${count === 0 ? 'all in use' : `${count} to mend`}.`);
  return count === 0;
}

/** @param {readonly { file: string, line: number, message: string }[]} findings */
function tell(findings) {
  for (const { file, line, message } of findings) {
    process.stdout.write(`${file}:${line}: ${message}\n`);
  }
}
