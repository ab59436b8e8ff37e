import { app, BrowserWindow, nativeImage } from 'electron';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFormats } from '../domain/exchange/write';
import type { ExportFormat } from '../contract/exchange';
import { appError, type AppError } from '../contract/errors';
import { err, ok } from '../domain/result';
import type { ShellPorts } from '../ipc/ports';
import { servicesOf, type Workspace } from '../services/workspace';
import { pdfOf } from './pdf';

/**
 * Dragging a dispatch out of a window as a file of the preferred format. The file goes into a folder of
 * its own, since whoever it is dropped on may read it later; the folders go when the program ends.
 *
 * @param format the preferred format; one of a list of dispatches makes a page of HTML instead
 */
export function createDragging(
  workspace: () => Workspace,
  format: () => ExportFormat,
  icon: string,
): ShellPorts['dragOut'] {
  const folders: string[] = [];
  app.on('will-quit', () => {
    for (const folder of folders) void rm(folder, { recursive: true, force: true });
  });
  return async (windowId, id) => {
    const services = servicesOf(workspace());
    if (!services.ok) return services;
    const { exports } = services.value;
    const chosen = isList(format()) ? 'html' : format();
    const name = await exports.nameFor(id, chosen);
    if (!name.ok) return name;
    const folder = await mkdtemp(join(tmpdir(), 'writethru-drag-'));
    folders.push(folder);
    const path = join(folder, name.value);
    const scope = { of: 'dispatches' as const, ids: [id] };
    const request = { scope, format: chosen, path, file: true };
    const written = await exports.run(request, { pdf: pdfOf });
    if (!written.ok) return written;
    const failed = whyNot(written.value);
    if (failed !== null) return err(failed);
    const image = nativeImage.createFromPath(icon).resize({ width: 64, height: 64 });
    BrowserWindow.fromId(windowId)?.webContents.startDrag({ file: path, icon: image });
    return ok({});
  };
}

function isList(format: ExportFormat): boolean {
  const lists: readonly string[] = listFormats;
  return lists.includes(format);
}

function whyNot(report: {
  readonly written: number;
  readonly refused: readonly { readonly error: AppError }[];
}): AppError | null {
  const [refused] = report.refused;
  if (refused !== undefined) return refused.error;
  return report.written === 0 ? appError('validation', 'nothing-published') : null;
}
