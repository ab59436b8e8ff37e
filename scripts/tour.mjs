/**
 * `npm run tour`: walks through the application in a real window and takes pictures of it.
 * `-- --pseudo` walks through every view in a language made of English, longer by two fifths, and finds
 * words that cannot be read whole; `-- --views` takes pictures of every view in every look, for those
 * who carry on, into `test-results/views`.
 */
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { withDevelopmentPages } from './shared/development-pages.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { runMain } from './shared/progress.mjs';

await runMain(async () => {
  await ensureSetup('everything');
  await ensureBuild();
  const given = process.argv.slice(2);
  const args = [
    '--workers=1',
    ...given.filter((argument) => argument !== '--pseudo' && argument !== '--views'),
  ];
  if (given.includes('--pseudo')) {
    return withDevelopmentPages(async (address) => {
      const env = { ELECTRON_RENDERER_URL: `${address}?pseudo` };
      return (await runPlaywright('views', ['pseudo.views.ts', ...args], env)).code;
    });
  }
  if (given.includes('--views')) {
    return (await runPlaywright('views', ['looks.views.ts', ...args])).code;
  }
  return (await runPlaywright('tour', args)).code;
});
