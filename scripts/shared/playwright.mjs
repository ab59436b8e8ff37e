/** Running a Playwright project, on a virtual display where there is none. */
import { withDisplay } from './display.mjs';
import { inPackages } from './paths.mjs';
import { runNode } from './processes.mjs';

/**
 * Runs one project of playwright.config.ts.
 * @param {string} project
 * @param {readonly string[]} args Playwright's own
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runPlaywright(project, args, env = {}) {
  // What is measured or looked at is alone on the machine; tests share it, each on its own display.
  const most = project === 'window' ? 2 : 1;
  return withDisplay(
    (display) =>
      runNode(
        inPackages('@playwright', 'test', 'cli.js'),
        ['test', `--project=${project}`, ...args],
        {
          output: 'inherit',
          env: { ELECTRON_RUN_AS_NODE: undefined, ...display, ...env },
        },
      ),
    most,
  );
}
