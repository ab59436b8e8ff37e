import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { createArchiveFile, openArchive, type Archive } from '../../../src-main/archive/client';
import type { AppError } from '../../../src-main/contract/errors';
import type { ImportReport } from '../../../src-main/contract/models';
import type { Result } from '../../../src-main/domain/result';
import { createServices, type Services } from '../../../src-main/services';
import { createReadingThread } from '../../../src-main/services/exchange/reading-thread';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import type { GeneratedDispatch } from './generate';
import { built } from './run';

/** An open archive in the archive's own threads, with the services over it. */
export type OpenDesk = { readonly archive: Archive; readonly services: Services };

/** Makes a folder for the files of a measurement. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'writethru-bench-'));
}

/** Removes the folder of a measurement. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes dispatches as files of a folder; gives the folder. */
export function writeDispatches(folder: string, dispatches: readonly GeneratedDispatch[]): string {
  const place = path.join(folder, 'dispatches');
  mkdirSync(place, { recursive: true });
  for (const { name, text } of dispatches) writeFileSync(path.join(place, name), text);
  return place;
}

/**
 * Creates an archive and opens it as the workstation does.
 *
 * @param now the clock, in ms; the machine's own unless told otherwise
 */
export async function createDesk(file: string, now: () => number = Date.now): Promise<OpenDesk> {
  taken(createArchiveFile(file, { id: uuidv7(), name: 'bench', sample: false, now: Date.now() }));
  return openDesk(file, now);
}

/** Opens an archive as the workstation does. */
export async function openDesk(file: string, now: () => number = Date.now): Promise<OpenDesk> {
  const archive = taken(
    await openArchive(file, built.worker, { program: 'workstation', purpose: 'write' }),
  );
  const services = createServices({
    archive,
    ...createReadingThread(new URL('./reading-worker.js', built.worker)),
    now,
    newId: uuidv7,
    zone: () => 'Europe/Zurich',
    changed: () => undefined,
  });
  return { archive, services };
}

/** Imports a folder; every file of it has to go in. */
export async function importAll(desk: OpenDesk, folder: string): Promise<ImportReport> {
  const report = await desk.services.imports.run(await sourcesOfPaths([folder]));
  if (report.added === report.items.length) return report;
  const failed = report.items.find((item) => item.outcome.is !== 'added');
  throw new Error(`Only ${report.added} of ${report.items.length}: ${JSON.stringify(failed)}`);
}

/** Creates an archive of generated dispatches, closed again. */
export async function archiveOf(
  folder: string,
  dispatches: readonly GeneratedDispatch[],
): Promise<string> {
  const file = path.join(folder, 'bench.writethru');
  const desk = await createDesk(file);
  await importAll(desk, writeDispatches(folder, dispatches));
  await desk.archive.close();
  return file;
}

/** The value of a result that has to be one. */
export function taken<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
