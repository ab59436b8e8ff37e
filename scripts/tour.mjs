/** `npm run tour`: walks through the application in a real window and takes pictures of it. */
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { runMain } from './shared/progress.mjs';

await runMain(async () => {
  await ensureSetup('everything');
  await ensureBuild();
  const { code } = await runPlaywright('tour', ['--workers=1', ...process.argv.slice(2)]);
  return code;
});
