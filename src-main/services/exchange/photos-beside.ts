import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportFormat } from '../../contract/exchange';
import { appError, type AppError } from '../../contract/errors';
import { pictureFile, photosFolder, picturesOf } from '../../domain/document/picture';
import type { ExchangeItem } from '../../domain/exchange/item';
import { err, ok, type Result } from '../../domain/result';
import type { ServiceContext } from '../context';
import { saveFile } from '../files';
import { readOriginals, type OriginalPicture } from '../photos';
import { systemCode } from './sources';

/** The formats that name pictures which lie beside them; the others have them inside, or none. */
const namePictures: ReadonlySet<ExportFormat> = new Set<ExportFormat>([
  'ninjs',
  'ninjs-2',
  'ninjs-1',
  'newsml-g2',
  'nitf',
  'html',
  'markdown',
  'atom',
]);

/** What was put beside a file. */
export type PutBeside = { readonly files: number; readonly byteLength: number };

/**
 * Puts the originals of a dispatch's pictures, to the byte, where its file of a format looks for
 * them: in `photos` beside it. What lies there already is the same, and stays.
 */
export async function savePhotosBeside(
  context: Pick<ServiceContext, 'archive'>,
  item: ExchangeItem,
  format: ExportFormat,
  path: string,
): Promise<Result<PutBeside, AppError>> {
  const pictures = item.takes.flatMap(({ document }) => picturesOf(document));
  if (pictures.length === 0 || !namePictures.has(format)) return ok({ files: 0, byteLength: 0 });
  const folder = dirname(path);
  try {
    await mkdir(join(folder, photosFolder), { recursive: true });
  } catch (thrown) {
    return err(appError('archive-read-only', 'file', { path: folder, code: systemCode(thrown) }));
  }
  let [files, byteLength] = [0, 0];
  for (const picture of pictures) {
    const place = join(folder, pictureFile(picture));
    // oxlint-disable-next-line no-await-in-loop -- one after another: each may be 64 MB
    const original = (await isThere(place))
      ? ok(new Map<string, OriginalPicture>())
      : await readOriginals(context, [picture]);
    if (!original.ok) return original;
    for (const { bytes } of original.value.values()) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      const saved = await saveFile(place, bytes);
      if (!saved.ok) return saved;
      files += 1;
      byteLength += bytes.byteLength;
    }
  }
  return ok({ files, byteLength });
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
