/**
 * What the stand-in runtime starts with, in place of Electron's own default app: it loads the app
 * named on the command line, after the modules given with `-r`, as `electron .` does.
 */
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.join(process.cwd(), 'noop.js'));
const args = process.argv.slice(1);
const preloads = [];
let target;

for (let index = 0; index < args.length && target === undefined; index += 1) {
  const argument = args[index];
  if (argument === '-r' || argument === '--require') preloads.push(args[(index += 1)]);
  else if (!argument.startsWith('-')) target = path.resolve(argument);
}
if (target === undefined || !existsSync(target)) {
  process.stderr.write(`electron (stand-in): no app at ${target ?? 'the command line'}\n`);
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
for (const module of preloads) require(module);

let main = target;
if (statSync(target).isDirectory()) {
  const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.productName || manifest.name) app.name = manifest.productName ?? manifest.name;
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setAppPath(target);
  main = path.join(target, manifest.main ?? 'index.js');
}
await import(pathToFileURL(main).href);
