/**
 * `npm run package:linux`, `package:windows`, `package:mac`: sets up, builds, and makes the packages of
 * a system into `dist`; with `--dir` the directory alone, without installers. On the stand-in runtime
 * (see README) there is a Linux directory for the tests, with a zip and a .deb of it: never to be shipped.
 */
import { build, Platform } from 'electron-builder';
import path from 'node:path';
import { configuration, DIST, EXECUTABLE } from './packaging/config.mjs';
import { FEED_FILE, feedText } from './packaging/feed.mjs';
import { FUSES, fusesOf } from './packaging/fuses.mjs';
import { debOf, zipOf } from './packaging/linux.mjs';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { readJson, writeWhole } from './shared/files.mjs';
import { ROOT } from './shared/paths.mjs';
import { PlainError, runMain, say, step } from './shared/progress.mjs';

const SYSTEMS = {
  linux: Platform.LINUX,
  windows: Platform.WINDOWS,
  mac: Platform.MAC,
};
const NEVER_SHIPPED =
  'Made with the stand-in runtime (an older Electron, for development and tests): never to be shipped.';

await runMain(async () => {
  const [system = '', ...options] = process.argv.slice(2);
  const platform = SYSTEMS[/** @type {keyof typeof SYSTEMS} */ (system)];
  const unknown = options.filter((option) => option !== '--dir');
  if (platform === undefined || unknown.length > 0) {
    throw new PlainError('Usage: node scripts/package.mjs linux|windows|mac [--dir]');
  }
  const { electron } = await ensureSetup('window');
  await ensureBuild();
  const standIn = electron.kind === 'stand-in';
  if (standIn && system !== 'linux') {
    throw new PlainError(
      'The stand-in runtime is for tests on Linux: packages for other systems need the official Electron (`npm run setup -- --official`).',
    );
  }
  // Before anything is made: a wrong address is said at once.
  const feed = feedText(readJson(path.join(ROOT, 'package.json')).version, process.env);
  const directoryOnly = standIn || options.includes('--dir');
  await step(`Making the packages for ${system}`, () =>
    build({
      targets: directoryOnly ? platform.createTarget('dir') : platform.createTarget(),
      config: configuration({
        system: /** @type {keyof typeof SYSTEMS} */ (system),
        standIn,
        env: process.env,
      }),
      projectDir: ROOT,
      publish: 'never',
    }),
  );
  if (!directoryOnly) writeWhole(path.join(DIST, FEED_FILE), feed);
  if (system !== 'linux') return;
  const folder = path.join(DIST, 'linux-unpacked');
  await compareFuses(path.join(folder, EXECUTABLE));
  if (!standIn) return;
  writeWhole(path.join(folder, 'STAND-IN.txt'), `${NEVER_SHIPPED}\n`);
  say(NEVER_SHIPPED);
  if (!options.includes('--dir')) await standInPackages(folder);
});

/**
 * Reads the fuses back: what was configured must be what is burned in.
 * @param {string} executable
 */
async function compareFuses(executable) {
  const burned = await fusesOf(executable);
  const wrong = Object.entries(FUSES).filter(([name, value]) => burned[name] !== value);
  if (wrong.length === 0) return;
  throw new PlainError(`Fuses are not as configured: ${wrong.map(([name]) => name).join(', ')}.`);
}

/** @param {string} folder */
async function standInPackages(folder) {
  const { version } = readJson(path.join(ROOT, 'package.json'));
  const name = `Writethru-${version}-linux-x64-stand-in`;
  say(`  ${await step('Zipping it', () => zipOf(folder, name))}`);
  const deb = await step('Making the .deb', () => debOf(folder, name, NEVER_SHIPPED));
  say(deb === undefined ? '  No .deb: dpkg-deb is not on this machine.' : `  ${deb}`);
  say(
    '  No AppImage: its runtime has to be fetched, which is done for the official Electron only.',
  );
}
