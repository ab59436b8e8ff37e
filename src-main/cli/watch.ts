import type { AppError } from '../contract/errors';
import { appError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import { stat } from 'node:fs/promises';
import type { ImportReport } from '../contract/models';
import type { Services } from '../services';
import type { Outcome } from './outcome';
import { importLine } from './words';

/**
 * Imports the files of a folder as they arrive, until the program is told to end. With `json`, each
 * file is a line of JSON.
 */
export async function watchInto(
  services: Services,
  folder: string,
  json: boolean,
  say: (text: string) => void,
): Promise<Result<Outcome, AppError>> {
  const isFolder = await stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (!isFolder) return err(appError('not-found', 'folder', { path: folder }));
  const totals = { added: 0, updated: 0, unchanged: 0, refused: 0 };
  const tell = (report: ImportReport): void => {
    for (const item of report.items) {
      say(json ? `${JSON.stringify(item)}\n` : `${importLine(item)}\n`);
    }
    totals.added += report.added;
    totals.updated += report.updated;
    totals.unchanged += report.unchanged;
    totals.refused += report.refused;
  };
  const watched = services.wireIn.watch(folder, tell);
  await ended();
  await watched.stop();
  const { added, updated, unchanged, refused } = totals;
  const text = `${added} added, ${updated} updated, ${unchanged} unchanged, ${refused} refused\n`;
  return ok({ json: totals, text, problems: [] });
}

/** Resolves when the program is told to end: Ctrl+C, or a terminating signal. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
