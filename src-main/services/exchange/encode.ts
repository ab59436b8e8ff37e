import type { ExportFormat, OtherFormat } from '../../contract/exchange';
import { appError, type AppError } from '../../contract/errors';
import type { DispatchModel } from '../../contract/models';
import { picturesOf, type Picture } from '../../domain/document/picture';
import type { PictureAddress } from '../../domain/exchange/markup/write-html';
import { writeHtml } from '../../domain/exchange/html/write';
import type { ExchangeItem } from '../../domain/exchange/item';
import { extensions, uriOf, writeText, type TextFormat } from '../../domain/exchange/write';
import { err, ok, type Result } from '../../domain/result';
import type { AnnotationService } from '../annotations';
import type { ServiceContext } from '../context';
import { readOriginals } from '../photos';
import { hasPortableNotes, notesExtension } from '../portable-notes';
import type { ProofService } from '../proof';
import { writeBundle } from './bundle/write';
import { reviewOf } from './item-of';

/** The formats with a file for each dispatch. */
export type FileFormat = TextFormat | OtherFormat;

/** The extension of the files of each format. */
export const allExtensions: Readonly<Record<ExportFormat, string>> = {
  ...extensions,
  docx: 'docx',
  pdf: 'pdf',
  webanno: notesExtension,
  bundle: 'bundle.zip',
};

/** Makes a PDF of a page of HTML. */
export type PdfMaker = (html: string) => Promise<Uint8Array>;

/** The services some formats are made by. */
export type EncodeParts = {
  readonly proof: ProofService;
  readonly annotations: AnnotationService;
};

/** What a file is made with. */
export type EncodeOptions = {
  readonly context: ServiceContext;
  readonly parts: EncodeParts;
  /** Absent where there is no window to print in. */
  readonly pdf: PdfMaker | undefined;
  /** Whether people of the desk get it: Word documents then have its notes and suggestions. */
  readonly forDesk: boolean;
};

function picturesIn(item: ExchangeItem): readonly Picture[] {
  return item.takes.flatMap(({ document }) => picturesOf(document));
}

/** The pictures of a page that has to hold them itself: small ones, a paper shows no more. */
async function inlinePictures(
  { archive }: ServiceContext,
  item: ExchangeItem,
): Promise<PictureAddress> {
  const addresses = new Map<string, string>();
  for (const { sha256 } of picturesIn(item)) {
    // oxlint-disable-next-line no-await-in-loop -- one after another: each is held in memory
    const read = await archive.read('readPicture', { sha256, what: 'preview' });
    if (!read.ok) continue;
    const { type, bytes } = read.value;
    addresses.set(sha256, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return ({ sha256 }) => addresses.get(sha256) ?? null;
}

/** A dispatch as a file of a format; null where the format has nothing of it to say. */
export async function encodeDispatch(
  dispatch: DispatchModel,
  item: ExchangeItem,
  format: FileFormat,
  { context, parts, pdf, forDesk }: EncodeOptions,
): Promise<Result<Uint8Array | null, AppError>> {
  const { archive, now, zone } = context;
  const { id } = dispatch;
  switch (format) {
    case 'docx': {
      // A large library, which starting does not wait for.
      const { writeDocx } = await import('./docx/write');
      const whole = forDesk ? { ...item, ...reviewOf(dispatch) } : item;
      const originals = await readOriginals(context, picturesIn(item));
      if (!originals.ok) return originals;
      return ok(await writeDocx(whole, uriOf(item, id), zone(), originals.value));
    }
    case 'pdf': {
      if (pdf === undefined) return err(appError('validation', 'pdf-needs-window'));
      try {
        const addressOf = await inlinePictures(context, item);
        return ok(await pdf(writeHtml(item, uriOf(item, id), addressOf)));
      } catch (thrown) {
        return err(appError('internal', 'pdf', { message: String(thrown).slice(0, 200) }));
      }
    }
    case 'webanno': {
      if (!hasPortableNotes(dispatch)) return ok(null);
      const page = await parts.annotations.exportNotes(id);
      return page.ok ? ok(new TextEncoder().encode(page.value.text)) : page;
    }
    case 'bundle':
      return writeBundle(id, item, { archive, ...parts, zone: zone(), now: now() });
    default: {
      const made = { madeAt: now(), zone: zone() };
      return ok(new TextEncoder().encode(writeText(item, uriOf(item, id), format, made)));
    }
  }
}
