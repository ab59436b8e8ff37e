/**
 * `npm run lint`: oxlint with its type-aware rules, then our own import rules. `-- --fix` mends
 * what can be mended; `-- --only=oxlint` or `-- --only=imports` runs one of them.
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
  if (only !== 'imports') failed = (await oxlint(rest)) !== 0;
  if (only !== 'oxlint') failed = !reportImports() || failed;
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
  for (const { file, line, message } of violations) {
    process.stdout.write(`${file}:${line}: ${message}\n`);
  }
  const count = violations.length;
  say(`Import rules: ${files} files, ${count === 0 ? 'all allowed' : `${count} not allowed`}.`);
  return count === 0;
}
