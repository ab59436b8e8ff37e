/**
 * `npm run gallery`: opens the shared components in all their states in a real window and takes
 * pictures of them in light, dark and high contrast, into `test-results/gallery`.
 */
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { withDevelopmentPages } from './shared/development-pages.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { runMain } from './shared/progress.mjs';

await runMain(async () => {
  await ensureSetup('everything');
  await ensureBuild();
  return withDevelopmentPages(async (address) => {
    const env = { ELECTRON_RENDERER_URL: `${address}?gallery` };
    const args = ['gallery.views.ts', '--workers=1', ...process.argv.slice(2)];
    return (await runPlaywright('views', args, env)).code;
  });
});
