import { ZipFile } from 'yazl';
import type { Archive } from '../../../archive/client';
import type { AppError } from '../../../contract/errors';
import { pictureFile, picturesOf } from '../../../domain/document/picture';
import { writeHtml } from '../../../domain/exchange/html/write';
import type { ExchangeItem } from '../../../domain/exchange/item';
import { ok, type Result } from '../../../domain/result';
import { printWire } from '../../../domain/wire/print';
import type { AnnotationService } from '../../annotations';
import { readOriginals } from '../../photos';
import { notesExtension } from '../../portable-notes';
import type { ProofService } from '../../proof';
import { bundleFormat, manifestName } from './format';

/**
 * A dispatch as a bundle (docs/exchange.md): a ZIP of all that the archive keeps of it, to the byte,
 * with its text, a page and its proof for whoever has no Writethru.
 */
export async function writeBundle(
  id: string,
  item: ExchangeItem,
  {
    archive,
    proof,
    annotations,
    zone,
    now,
  }: {
    readonly archive: Archive;
    readonly proof: ProofService;
    readonly annotations: AnnotationService;
    readonly zone: string;
    readonly now: number;
  },
): Promise<Result<Uint8Array, AppError>> {
  const rows = await archive.read('readBundleRows', { id });
  if (!rows.ok) return rows;
  const proved = await proof.make(id);
  if (!proved.ok) return proved;
  const notes = await annotations.exportNotes(id);
  if (!notes.ok) return notes;
  const zip = new ZipFile();
  const folder = `dispatches/${id}`;
  const originals: { sha256: string; name: string; encoding: string }[] = [];
  // The time of the files: a bundle of the same is the same to the byte.
  const mtime = new Date(now);
  const add = (name: string, content: string | Uint8Array): void =>
    zip.addBuffer(Buffer.from(content), name, { mtime });
  for (const { sha256 } of rows.value.import) {
    const original = await archive.read('readOriginalBytes', { sha256: String(sha256) });
    if (!original.ok) return original;
    const { name, bytes, encoding } = original.value;
    originals.push({ sha256: String(sha256), name, encoding });
    add(`${folder}/originals/${String(sha256)}`, bytes);
  }
  const pictures = await addPictures(zip, folder, item, { archive, mtime });
  if (!pictures.ok) return pictures;
  add(
    manifestName,
    json({
      format: bundleFormat,
      program: 'Writethru',
      madeAt: now,
      dispatches: [{ id, folder, originals, pictures: pictures.value }],
    }),
  );
  add(`${folder}/dispatch.json`, json(rows.value));
  add(`${folder}/proof.json`, proved.value.text);
  add(`${folder}/text.txt`, printWire(item.takes, { language: item.language, zone }));
  add(`${folder}/page.html`, writeHtml(item, `urn:uuid:${id}`));
  if (rows.value.note.length > 0) add(`${folder}/${notesExtension}`, notes.value.text);
  zip.end();
  return ok(await contentOf(zip));
}

/** Packs the pictures of the takes, to the byte; those the archive no longer has are left out. */
async function addPictures(
  zip: ZipFile,
  folder: string,
  { takes }: ExchangeItem,
  { archive, mtime }: { readonly archive: Archive; readonly mtime: Date },
): Promise<Result<readonly { readonly sha256: string; readonly file: string }[], AppError>> {
  const shown = takes.flatMap(({ document }) => picturesOf(document));
  const originals = await readOriginals({ archive }, shown);
  if (!originals.ok) return originals;
  const files = new Map(shown.map((picture) => [picture.sha256, pictureFile(picture)]));
  return ok(
    [...originals.value].map(([sha256, { bytes }]) => {
      const file = files.get(sha256) ?? sha256;
      // Pictures are packed already.
      zip.addBuffer(Buffer.from(bytes), `${folder}/${file}`, { mtime, compress: false });
      return { sha256, file };
    }),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

async function contentOf(zip: ZipFile): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece as Uint8Array));
  return new Uint8Array(Buffer.concat(pieces));
}
