import { appError, type AppError } from '../contract/errors';
import type { DispatchModel, TakeModel } from '../contract/models';
import type { RequestOf, ResponseOf } from '../contract/requests';
import type { ExportWay } from '../contract/trace';
import { documentHtml } from '../domain/document/html';
import { parseDocument } from '../domain/document/node';
import { embargoHolds } from '../domain/record/embargo';
import { err, ok, type Result } from '../domain/result';
import { fold } from '../domain/text/fold';
import { printWire, type PrintableTake } from '../domain/wire/print';
import type { ServiceContext } from './context';

/** The gate through which the words of a dispatch leave the archive. */
export type ReleaseService = ReturnType<typeof createReleaseService>;

/**
 * Every way out (copying, exporting, printing, delivering, a proof, a comparison) asks here first:
 * while an embargo holds, all of them are refused with the hour at which they open.
 */
export function createReleaseService({ archive, now, zone }: ServiceContext) {
  const releasable = async (id: string): Promise<Result<DispatchModel, AppError>> => {
    const dispatch = await archive.read('readDispatch', { id });
    if (!dispatch.ok) return dispatch;
    const { embargo } = dispatch.value;
    if (embargo === null || !embargoHolds(embargo, now())) return dispatch;
    return err(appError('embargoed', 'until', { until: embargo.instant, zone: embargo.zone }));
  };
  return {
    /** The dispatch, if its words may leave the archive now; else why not. */
    releasable,

    /**
     * Keeps that the published words of a dispatch went out. They are out whether that can be kept
     * or not: an archive that only reads, or is full, does not stop them.
     */
    async wentOut(
      dispatchId: string,
      way: ExportWay,
      format: string,
      destination = '',
    ): Promise<void> {
      await archive.write('recordExport', { dispatchId, way, format, destination, now: now() });
    },

    /** As {@link wentOut}, of files of many dispatches. */
    async allWentOut(
      format: string,
      files: readonly { readonly dispatchId: string; readonly destination: string }[],
    ): Promise<void> {
      if (files.length === 0) return;
      const exports = files.map((file) => ({ ...file, way: 'file', format, now: now() }) as const);
      await archive.write('recordExports', { exports });
    },

    /** The published text of a dispatch in its wire form and as HTML. */
    async release({
      id,
    }: RequestOf<'dispatch.release'>): Promise<Result<ResponseOf<'dispatch.release'>, AppError>> {
      const dispatch = await releasable(id);
      if (!dispatch.ok) return dispatch;
      const takes = dispatch.value.takes.flatMap(printable);
      if (takes.length === 0) return err(appError('validation', 'nothing-published'));
      const { language } = dispatch.value;
      const html = takes.map(({ document }) => `<article>${documentHtml(document)}</article>`);
      return ok({
        name: fileName(dispatch.value),
        text: printWire(takes, { language, zone: zone() }),
        html: html.join('\n'),
      });
    },
  };
}

/** A name for a file of a dispatch that every system takes: its slug in plain letters, else its id. */
export function fileName({ slug, id }: Pick<DispatchModel, 'slug' | 'id'>): string {
  const plain = fold(slug)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // NTFS keeps these names to itself (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
  const reserved = /^(CON|PRN|AUX|NUL|COM\d|LPT\d)$/.test(plain);
  return plain === '' || reserved ? `DISPATCH-${id}` : plain;
}

/** A published take as it is printed; nothing where its document cannot be read. */
export function printable({ document, label, kind, stamp }: TakeModel): readonly PrintableTake[] {
  const parsed = parseDocument(document);
  return parsed.ok ? [{ label, kind, stamp, document: parsed.value }] : [];
}
