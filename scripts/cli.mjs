/**
 * `npm run cli -- …`: the application at the command line. Sets up and builds what has changed,
 * with every progress line on stderr, and leaves stdout to the command.
 */
import path from 'node:path';
import { ensureSetup } from './setup/index.mjs';
import { quietCommand } from './shared/electron-app.mjs';
import { ensureBuild } from './shared/application.mjs';
import { OUT } from './shared/paths.mjs';
import { runMain } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

await runMain(async () => {
  await ensureSetup('command-line');
  await ensureBuild();
  // Paths on the command line are relative to where the person stands, not to the repository.
  const env = {
    INIT_CWD: process.env['INIT_CWD'] ?? process.cwd(),
    // The program that makes PDFs, begun where one is asked for.
    WRITETHRU_WINDOW: JSON.stringify(quietCommand()),
  };
  const script = path.join(OUT, 'main', 'cli.js');
  const { code } = await runNode(script, process.argv.slice(2), { output: 'inherit', env });
  return code;
});
