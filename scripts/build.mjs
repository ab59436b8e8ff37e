/** `npm run build`: sets up and builds the application into `out`, whether or not it is fresh. */
import { ensureSetup } from './setup/index.mjs';
import { build } from './shared/application.mjs';
import { runMain } from './shared/progress.mjs';

await runMain(async () => {
  await ensureSetup('build');
  await build({ force: true });
});
