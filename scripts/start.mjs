/** `npm start`: sets up, builds what has changed, and opens the application. */
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { applicationCommand } from './shared/electron-app.mjs';
import { PlainError, runMain } from './shared/progress.mjs';
import { run } from './shared/processes.mjs';

await runMain(async () => {
  await ensureSetup('window');
  await ensureBuild();
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new PlainError(
      'There is no display to open a window on: see the application in pictures with `npm run tour`, or work at the command line with `npm run cli -- --help`.',
    );
  }
  const { command, args } = applicationCommand(process.argv.slice(2));
  const { code } = await run(command, args, {
    output: 'inherit',
    env: { ELECTRON_RUN_AS_NODE: undefined },
  });
  return code;
});
