import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether this is the short form, for a look within a minute. */
export const shortRun = process.env['WRITETHRU_BENCH_SHORT'] === '1';

/** A number of the full run, or the smaller one of the short form. */
export function size(full: number, short: number): number {
  return shortRun ? short : full;
}

/** How many dispatches to measure with: as asked by `--dispatches`, else the number of the form. */
export function dispatches(full: number, short: number): number {
  const asked = Number(process.env['WRITETHRU_BENCH_DISPATCHES'] ?? '');
  return Number.isInteger(asked) && asked > 0 ? asked : size(full, short);
}

/** Where what took long to make is kept from one run to the next (`--keep FOLDER`); null: nowhere. */
export const keptFolder = process.env['WRITETHRU_BENCH_KEEP'] ?? null;

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** The application as it was built. */
export const built = {
  worker: pathToFileURL(path.join(root, 'out/main/archive-worker.js')),
  cli: path.join(root, 'out/main/cli.js'),
};
