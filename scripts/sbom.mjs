/**
 * `npm run sbom`: what the workstation is made of, as CycloneDX, into `dist/writethru.cdx.json`: npm's own
 * list of every package of the lock file, in which those that are shipped are told from the tools.
 */
import path from 'node:path';
import { DIST } from './packaging/config.mjs';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { readJson, writeWhole } from './shared/files.mjs';
import { OUT, ROOT } from './shared/paths.mjs';
import { lastLines, runNpm } from './shared/processes.mjs';
import { PlainError, runMain, say } from './shared/progress.mjs';

/** Parts of the build, each with the list of what went into it. */
const PARTS = ['main', 'preload', 'renderer'];
/** What is shipped without being in any of them. */
const BESIDE = ['electron'];

await runMain(async () => {
  await ensureSetup('build');
  await ensureBuild();
  const made = await runNpm([
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--package-lock-only',
    '--loglevel=error',
  ]);
  if (made.code !== 0) throw new PlainError('npm sbom failed (see above).', lastLines(made));
  const sbom = JSON.parse(made.stdout);
  const shipped = shippedPackages();
  let count = 0;
  for (const component of sbom.components) {
    const name = component.group ? `${component.group}/${component.name}` : component.name;
    const isShipped = shipped.has(`${name} ${component.version}`) || BESIDE.includes(name);
    // CycloneDX: what is excluded is not reached when the application runs.
    component.scope = isShipped ? 'required' : 'excluded';
    if (isShipped) count += 1;
  }
  if (count < shipped.size) {
    throw new PlainError(
      `Of ${shipped.size} packages in the build, npm lists ${count} only: build again, and see whether package-lock.json is the one it was built by.`,
    );
  }
  const file = path.join(DIST, 'writethru.cdx.json');
  writeWhole(file, `${JSON.stringify(sbom, null, 2)}\n`);
  say(`${path.relative(ROOT, file)}: ${count} shipped of ${sbom.components.length} components.`);
});

/** @returns {Set<string>} names and versions */
function shippedPackages() {
  /** @type {Set<string>} */
  const shipped = new Set();
  for (const part of PARTS) {
    const list = readJson(path.join(OUT, part, 'licences.json'));
    if (!Array.isArray(list))
      throw new PlainError(`out/${part}/licences.json is missing: build again.`);
    for (const { name, version } of list) shipped.add(`${name} ${version}`);
  }
  return shipped;
}
