/** `npm run dev`: sets up, and runs the application with the renderer reloading as it changes. */
import { ensureSetup } from './setup/index.mjs';
import { forgetBuild } from './shared/application.mjs';
import { isRootOnLinux } from './shared/electron-app.mjs';
import { inPackages } from './shared/paths.mjs';
import { runMain } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

await runMain(async () => {
  await ensureSetup('window');
  forgetBuild();
  const script = inPackages('electron-vite', 'bin', 'electron-vite.js');
  const { code } = await runNode(script, ['dev', '--watch', ...process.argv.slice(2)], {
    output: 'inherit',
    env: isRootOnLinux() ? { NO_SANDBOX: '1' } : {},
  });
  return code;
});
