import type { CommandInput, Imported } from '../../archive/client';
import type { ImportItem, ImportReport } from '../../contract/models';
import { documentParts } from '../../domain/document/build';
import { parseDocument } from '../../domain/document/node';
import { ok } from '../../domain/result';
import { maxTextBytes } from '../../domain/wire/decode';
import type { ServiceContext } from '../context';
import { routineUrgency } from '../dispatches';
import type { ReadDispatch, ReadOutcome } from './read-text';
import { readBundle, type Bundled } from './bundle/read';
import {
  systemCode,
  type BundleSource,
  type ImportSource,
  type Source,
  type UnreadablePath,
} from './sources';
import { withPictures } from './photos-given';
import type { OpenZip } from './zip';

/** How an import tells of itself and is stopped. */
export type ImportControl = {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly name: string;
  }) => void;
};

/** Bringing files into the archive. */
export type ImportService = ReturnType<typeof createImportService>;

export function createImportService(context: ServiceContext) {
  return {
    /**
     * Imports sources, some in each transaction: a bad one is refused with its reason, the others
     * go in, and a stop in between leaves whole dispatches only. Versions of one item go in by
     * their numbers, in whatever order their files come, as long as they fit into memory together.
     */
    run: (sources: readonly Source[], control: ImportControl = {}) =>
      new Import(context).run(sources, control),
  };
}

type Outcome = ImportItem['outcome'];
type Refused = Extract<Outcome, { is: 'refused' }>;
type Reading = Extract<ReadOutcome, { is: 'read' }>;

/** Dispatches of one transaction: a commit costs the same for many as for one. */
const batchSize = 32;
/** Versions held back for their order, at most: so many, and so many bytes of their files. */
const mostHeld = 2_000;
const mostHeldBytes = 64 * 1024 * 1024;

/** A dispatch read, with the file it is from and its place in the report. */
type Ready = {
  readonly place: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  readonly dispatch: ReadDispatch;
};

/** One import, from its first file to its report. */
class Import {
  private readonly items: (ImportItem | undefined)[] = [];
  private held: Ready[] = [];
  private heldBytes = 0;
  private batch: Ready[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly context: ServiceContext) {}

  async run(
    sources: readonly Source[],
    { signal, progress }: ImportControl,
  ): Promise<ImportReport> {
    const began = performance.now();
    let read = 0;
    for (const source of sources) {
      if (signal?.aborted === true) break;
      progress?.({ done: read, total: sources.length, name: source.name });
      read += 1;
      if ('bundle' in source) await this.restore(source, signal);
      else await this.read(source);
      if (this.batch.length >= batchSize) await this.flush();
      if (this.held.length >= mostHeld || this.heldBytes >= mostHeldBytes) await this.release();
    }
    await this.release();
    await this.flush();
    await this.writing;
    return this.report(read < sources.length, performance.now() - began);
  }

  private async read(source: ImportSource | UnreadablePath): Promise<void> {
    const { name } = source;
    const byteLength = 'unreadable' in source ? 0 : source.byteLength;
    const given = await readSource(this.context, source);
    const photos = 'photos' in source ? (source.photos ?? []) : [];
    if ('is' in given) {
      this.items.push({ name, byteLength, outcome: given });
      for (const photo of photos) await this.read(photo);
      return;
    }
    const { bytes } = given;
    const { reading, left } = await withPictures(this.context, given.reading, photos);
    const { length } = reading.dispatches;
    for (const [index, dispatch] of reading.dispatches.entries()) {
      const numbered = length === 1 ? name : `${name} (${index + 1}/${length})`;
      const ready = { place: this.items.length, name: numbered, bytes, reading, dispatch };
      this.items.push(undefined);
      if (dispatch.guid === null || dispatch.version === null) this.batch.push(ready);
      else this.hold(ready);
    }
    // A picture its text has no place for is a dispatch of its own, as it would be without the text.
    for (const photo of left) await this.read(photo);
  }

  /** The dispatches of a bundle come in as they were, each in a transaction of its own. */
  private async restore(source: BundleSource, signal?: AbortSignal): Promise<void> {
    const { name } = source;
    let bundle: OpenZip;
    try {
      bundle = await source.bundle();
    } catch (thrown) {
      this.items.push({ name, byteLength: 0, outcome: refused('unreadable', systemCode(thrown)) });
      return;
    }
    try {
      const read = await readBundle(bundle);
      if (!read.ok)
        this.items.push({ name, byteLength: 0, outcome: refused('unreadable', read.error) });
      for (const [index, one] of (read.ok ? read.value : []).entries()) {
        if (signal?.aborted === true) break;
        const many = read.ok && read.value.length > 1;
        const numbered = many ? `${name} (${index + 1})` : name;
        const outcome = await restoreOne(this.context, one);
        this.items.push({ name: numbered, byteLength: 0, outcome });
      }
    } finally {
      bundle.close();
    }
  }

  private hold(ready: Ready): void {
    this.held.push(ready);
    this.heldBytes += ready.bytes.byteLength;
  }

  /** The versions held back go in, each item's by their numbers. */
  private async release(): Promise<void> {
    const held = this.held.toSorted(
      (a, b) => (a.dispatch.version ?? 0) - (b.dispatch.version ?? 0) || a.place - b.place,
    );
    this.held = [];
    this.heldBytes = 0;
    for (const ready of held) {
      this.batch.push(ready);
      if (this.batch.length >= batchSize) await this.flush();
    }
  }

  /** The next are read while these are written. */
  private async flush(): Promise<void> {
    const { batch } = this;
    this.batch = [];
    await this.writing;
    this.writing = this.write(batch);
  }

  /** Writes what was read in one transaction; the outcome of each is known only after its commit. */
  private async write(batch: readonly Ready[]): Promise<void> {
    const dispatches = batch.map((ready) => importInput(this.context, ready));
    const written =
      dispatches.length === 0
        ? ok([])
        : await this.context.archive.write('importDispatches', { dispatches });
    for (const [index, ready] of batch.entries()) {
      const { name, bytes, place } = ready;
      const outcome = written.ok
        ? outcomeOf(ready, written.value[index])
        : refused('archive', written.error.code);
      this.items[place] = { name, byteLength: bytes.byteLength, outcome };
    }
  }

  private report(cancelled: boolean, durationMs: number): ImportReport {
    const items = this.items.filter((item) => item !== undefined);
    const count = (is: Outcome['is']) => items.filter((item) => item.outcome.is === is).length;
    const changed = items.flatMap(({ outcome }) =>
      outcome.is === 'added' || outcome.is === 'updated' ? [outcome.dispatchId] : [],
    );
    if (changed.length > 0) this.context.changed([...new Set(changed)]);
    return {
      items,
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged') + count('older'),
      refused: count('refused'),
      cancelled,
      durationMs,
    };
  }
}

async function restoreOne(context: ServiceContext, one: Bundled): Promise<Outcome> {
  try {
    const read = await one.read();
    if (!read.ok) return refused('unreadable', read.error);
    const { rows } = read.value;
    const written = await context.archive.write('restoreDispatch', read.value);
    if (!written.ok) return refused('archive', written.error.code);
    const { value } = written;
    if (value.is === 'refused') return refused('archive', value.error.code);
    const { is, dispatchId, takes } = value;
    const headline = headlineIn(rows.take[0]?.['document']);
    if (is === 'unchanged') return { is, dispatchId, headline };
    return { is, dispatchId, headline, takes, encoding: 'utf-8', format: 'bundle', repairs: [] };
  } catch (thrown) {
    return refused('unreadable', systemCode(thrown));
  }
}

function headlineIn(json: string | number | null | undefined): string {
  const document = parseDocument(JSON.parse(String(json ?? 'null')));
  return document.ok ? documentParts(document.value).headline : '';
}

async function readSource(
  context: ServiceContext,
  source: ImportSource | UnreadablePath,
): Promise<Refused | { readonly reading: Reading; readonly bytes: Uint8Array }> {
  if ('unreadable' in source) return refused('unreadable', source.unreadable);
  if (source.byteLength > maxTextBytes) return refused('too-large', String(maxTextBytes));
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (thrown) {
    return refused('unreadable', systemCode(thrown));
  }
  const read = await context.readText(bytes, context.zone(), source.name);
  if (!read.ok) return refused('archive', read.error.code);
  return read.value.is === 'refused' ? read.value : { reading: read.value, bytes };
}

function outcomeOf({ dispatch, reading }: Ready, result: Imported | undefined): Outcome {
  if (result === undefined) return refused('archive', 'internal');
  if (result.is === 'refused') return refused('archive', result.error.code);
  const { headline, takes } = dispatch;
  const { dispatchId } = result;
  const { encoding, format } = reading;
  const repairs = [...dispatch.repairs];
  switch (result.is) {
    case 'added':
      return { is: 'added', dispatchId, headline, takes: takes.length, encoding, format, repairs };
    case 'updated':
      return {
        is: 'updated',
        dispatchId,
        headline,
        takes: result.takes,
        encoding,
        format,
        repairs,
      };
    default:
      return { is: result.is, dispatchId, headline };
  }
}

function importInput(
  { newId, now }: ServiceContext,
  { name, bytes, dispatch, reading }: Ready,
): CommandInput<'importDispatches'>['dispatches'][number] {
  const { slug, language, agency, desk, place, urgency, takes, guid, version } = dispatch;
  return {
    dispatch: {
      id: newId(),
      slug,
      language,
      urgency: urgency ?? routineUrgency,
      desk,
      agency,
      place,
      createdAt: now(),
    },
    takes: takes.map((take) => ({ ...take, id: newId() })),
    source: guid === null ? null : { guid, version },
    subjects: dispatch.subjects,
    persons: dispatch.persons,
    embargo: dispatch.embargo,
    pictures: (dispatch.pictures ?? []).map(
      ({ picture: { type, width, height }, bytes: file }) => ({
        type,
        width,
        height,
        bytes: file,
        // Whoever imports may have no window to make one in.
        preview: null,
      }),
    ),
    ...((dispatch.notes !== undefined || dispatch.suggested !== undefined) && {
      review: reviewOf(dispatch, newId),
    }),
    original: {
      bytes,
      name,
      encoding: reading.encoding,
      repairs: dispatch.repairs,
      format: reading.format,
      shared: reading.dispatches.length > 1,
    },
  };
}

/** What came with it of others' comments and changes, with ids for what will be new. */
function reviewOf(
  { notes = [], suggested }: ReadDispatch,
  newId: () => string,
): NonNullable<CommandInput<'importDispatches'>['dispatches'][number]['review']> {
  return {
    notes: notes.map((note) => ({ note, id: newId(), replyIds: note.replies.map(newId) })),
    suggested: suggested === undefined ? null : { ...suggested, draftId: newId() },
  };
}

function refused(reason: Refused['reason'], detail?: string): Refused {
  return { is: 'refused', reason, ...(detail !== undefined && { detail }) };
}
