import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat, ExportReport, ExportScope } from '../../contract/exchange';
import { appError, type AppError } from '../../contract/errors';
import type { DispatchModel } from '../../contract/models';
import type { ExchangeItem } from '../../domain/exchange/item';
import {
  extensions,
  listEnd,
  listEntry,
  listFormats,
  listStart,
  uriOf,
  type ListFormat,
} from '../../domain/exchange/write';
import { err, ok, type Result } from '../../domain/result';
import type { ServiceContext } from '../context';
import { saveFile, startFile } from '../files';
import { fileName, type ReleaseService } from '../release';
import type { SearchService } from '../search';
import {
  allExtensions,
  encodeDispatch,
  type EncodeParts,
  type FileFormat,
  type PdfMaker,
} from './encode';
import { exchangeItemOf } from './item-of';
import { savePhotosBeside } from './photos-beside';
import { systemCode } from './sources';

/** How an export tells of itself and is stopped. */
export type ExportControl = {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Makes a PDF of a page; absent where there is no window to print it in. */
  readonly pdf?: PdfMaker;
};

/** What is exported, and where to. */
export type ExportRequest = {
  readonly scope: ExportScope;
  readonly format: ExportFormat;
  /** A folder, made when missing; or with `file`, the file itself. */
  readonly path: string;
  /** One dispatch goes to the path itself, not into it. */
  readonly file?: boolean;
};

/** Taking dispatches out of the archive in the formats of others. */
export type ExportService = ReturnType<typeof createExportService>;

/** Dispatches found by a query, at most; that there are more is said. */
const mostFound = 100_000;
const pageSize = 500;
const mostRefusals = 1_000;

/** The services an export goes through. */
export type ExportParts = EncodeParts & {
  readonly release: ReleaseService;
  readonly search: SearchService;
};

export function createExportService(context: ServiceContext, parts: ExportParts) {
  const { release } = parts;
  return {
    /** A name for the file of one dispatch in a format. */
    nameFor: async (id: string, format: ExportFormat): Promise<Result<string, AppError>> => {
      const dispatch = await release.releasable(id);
      return dispatch.ok ? ok(nameOf(dispatch.value, format)) : dispatch;
    },

    /**
     * Writes dispatches one after the other, each file whole or not at all; only one dispatch is in
     * memory at a time. Every one asks the embargo's gate, and what went out is kept in the record
     * of exports. What cannot be written is told, and the others are.
     */
    run: (request: ExportRequest, control: ExportControl = {}) =>
      new Export(context, parts, request, control).run(),
  };
}

/** A name that every system takes, NTFS too, the same for the same dispatch at each export. */
function nameOf(dispatch: DispatchModel, format: ExportFormat): string {
  const stem = fileName({ id: dispatch.id, slug: dispatch.slug.slice(0, 80) });
  const own = stem.includes(dispatch.id) ? stem : `${stem}-${dispatch.id.slice(-8)}`;
  return `${own}.${allExtensions[format]}`;
}

/** One export, from its first dispatch to its report. */
class Export {
  private readonly refused: ExportReport['refused'] = [];
  private refusedCount = 0;
  private written = 0;
  private files = 0;
  private byteLength = 0;
  private empty = 0;
  private total = 0;
  private more = false;
  private cancelled = false;
  private out: { dispatchId: string; destination: string }[] = [];

  constructor(
    private readonly context: ServiceContext,
    private readonly parts: ExportParts,
    private readonly request: ExportRequest,
    private readonly control: ExportControl,
  ) {}

  async run(): Promise<Result<ExportReport, AppError>> {
    const { path, format, file } = this.request;
    if (file !== true) {
      try {
        await mkdir(path, { recursive: true });
      } catch (thrown) {
        return err(appError('archive-read-only', 'file', { path, code: systemCode(thrown) }));
      }
    }
    const counted = await this.count();
    if (!counted.ok) return counted;
    const done = isList(format) ? await this.writeList(format) : await this.writeFiles(format);
    await this.keepWhatWentOut();
    return done.ok ? ok(this.report()) : done;
  }

  private async writeFiles(format: FileFormat): Promise<Result<void, AppError>> {
    for await (const page of this.pages()) {
      if (!page.ok) return page;
      for (const id of page.value) {
        if (this.isStopped()) return ok(undefined);
        const done = await this.writeOne(id, format);
        // A full disk refuses every file after this one too.
        if (!done.ok) return done;
      }
    }
    return ok(undefined);
  }

  private async writeOne(id: string, format: FileFormat): Promise<Result<void, AppError>> {
    const read = await this.read(id);
    if (read === null) return ok(undefined);
    const { dispatch, item } = read;
    const encoded = await encodeDispatch(dispatch, item, format, {
      context: this.context,
      parts: this.parts,
      pdf: this.control.pdf,
      forDesk: true,
    });
    if (!encoded.ok) {
      this.refuse(id, dispatch.slug, encoded.error);
      return ok(undefined);
    }
    const bytes = encoded.value;
    if (bytes === null) {
      this.empty += 1;
      return ok(undefined);
    }
    const { path, file } = this.request;
    const place = file === true ? path : join(path, nameOf(dispatch, format));
    const saved = await saveFile(place, bytes);
    if (!saved.ok) return saved;
    this.files += 1;
    this.byteLength += bytes.byteLength;
    await this.wentOut(id, place);
    const photos = await savePhotosBeside(this.context, item, format, place);
    if (!photos.ok) return photos;
    this.files += photos.value.files;
    this.byteLength += photos.value.byteLength;
    // These two have the notes in them.
    if (format === 'webanno' || format === 'bundle') return ok(undefined);
    const notes = await this.parts.annotations.saveBeside(id, place);
    if (!notes.ok) return notes;
    this.files += notes.value > 0 ? 1 : 0;
    this.byteLength += notes.value;
    return ok(undefined);
  }

  /** One file for all of them, written as they come. */
  private async writeList(format: ListFormat): Promise<Result<void, AppError>> {
    const { path, file } = this.request;
    const place = file === true ? path : join(path, `dispatches.${extensions[format]}`);
    const opened = await startFile(place);
    if (!opened.ok) return opened;
    const out = opened.value;
    const madeAt = this.context.now();
    const id = `urn:uuid:${this.context.newId()}`;
    await out.write(listStart(format, { id, title: this.title(), madeAt }));
    const gone: string[] = [];
    for await (const page of this.pages()) {
      if (!page.ok) return out.giveUp(page.error);
      for (const one of page.value) {
        if (this.isStopped()) return out.giveUp(appError('cancelled'));
        const read = await this.read(one);
        if (read === null) continue;
        await out.write(listEntry(read.item, uriOf(read.item, one), format, madeAt));
        const photos = await savePhotosBeside(this.context, read.item, format, place);
        if (!photos.ok) return out.giveUp(photos.error);
        gone.push(one);
      }
    }
    await out.write(listEnd(format));
    const finished = await out.finish();
    if (!finished.ok) return finished;
    this.files = 1;
    this.byteLength = finished.value;
    for (const one of gone) await this.wentOut(one, place);
    return ok(undefined);
  }

  private title(): string {
    const { scope } = this.request;
    return scope.of === 'query' ? scope.text : 'Writethru';
  }

  /** A dispatch that may go out; null where it may not, which the report then says. */
  private async read(
    id: string,
  ): Promise<{ readonly dispatch: DispatchModel; readonly item: ExchangeItem } | null> {
    this.control.progress?.({ done: this.done(), total: this.total });
    const dispatch = await this.parts.release.releasable(id);
    if (!dispatch.ok) return this.refuse(id, '', dispatch.error);
    const { slug, takes } = dispatch.value;
    if (takes.length === 0) {
      return this.refuse(id, slug, appError('validation', 'nothing-published'));
    }
    const facts = await this.context.archive.read('readExchangeFacts', { id });
    if (!facts.ok) return this.refuse(id, slug, facts.error);
    return { dispatch: dispatch.value, item: exchangeItemOf(dispatch.value, facts.value) };
  }

  private refuse(dispatchId: string, slug: string, error: AppError): null {
    this.refusedCount += 1;
    if (this.refused.length < mostRefusals) this.refused.push({ dispatchId, slug, error });
    return null;
  }

  /** Kept some at a time: a commit costs the same for many as for one. */
  private async wentOut(dispatchId: string, destination: string): Promise<void> {
    this.written += 1;
    this.out.push({ dispatchId, destination });
    if (this.out.length >= pageSize) await this.keepWhatWentOut();
  }

  private async keepWhatWentOut(): Promise<void> {
    const files = this.out;
    this.out = [];
    await this.parts.release.allWentOut(this.request.format, files);
  }

  private done(): number {
    return this.written + this.empty + this.refusedCount;
  }

  private isStopped(): boolean {
    this.cancelled = this.control.signal?.aborted === true;
    return this.cancelled;
  }

  private found: readonly string[] = [];

  /** How many there are; what a query finds is found once, so that it does not change on the way. */
  private async count(): Promise<Result<void, AppError>> {
    const { scope } = this.request;
    if (scope.of === 'dispatches') this.found = scope.ids;
    if (scope.of === 'query') {
      const found = await this.find(scope.text);
      if (!found.ok) return found;
    }
    const facts = await this.context.archive.read('readFacts', {});
    if (!facts.ok) return facts;
    this.total = scope.of === 'all' ? facts.value.dispatches : this.found.length;
    return ok(undefined);
  }

  private async find(text: string): Promise<Result<void, AppError>> {
    const found = await this.parts.search.dispatchesOf({ text, asOf: null, most: mostFound });
    if (!found.ok) return found;
    this.found = found.value.ids;
    this.more = found.value.more;
    return ok(undefined);
  }

  private async *pages(): AsyncGenerator<Result<readonly string[], AppError>> {
    if (this.request.scope.of !== 'all') {
      yield ok(this.found);
      return;
    }
    let after = '';
    for (;;) {
      const page = await this.context.archive.read('listPublishedIds', { after, limit: pageSize });
      yield page;
      const last = page.ok ? page.value.at(-1) : undefined;
      if (last === undefined) return;
      after = last;
    }
  }

  private report(): ExportReport {
    const { path, format } = this.request;
    const { written, files, byteLength, empty, refused, refusedCount, more, cancelled } = this;
    return {
      path,
      format,
      written,
      files,
      byteLength,
      empty,
      refused,
      refusedCount,
      more,
      cancelled,
    };
  }
}

function isList(format: ExportFormat): format is ListFormat {
  return (listFormats as readonly string[]).includes(format);
}
