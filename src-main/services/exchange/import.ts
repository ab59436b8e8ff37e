import type { CommandInput, Imported } from '../../archive/client';
import type { ImportItem, ImportReport } from '../../contract/models';
import { ok } from '../../domain/result';
import { maxTextBytes } from '../../domain/wire/decode';
import type { ServiceContext } from '../context';
import { routineUrgency } from '../dispatches';
import type { ReadDispatch } from './read-text';
import { systemCode, type ImportSource, type UnreadablePath } from './sources';

/** How an import tells of itself and is stopped. */
export type ImportControl = {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly name: string;
  }) => void;
};

/** Bringing texts into the archive. */
export type ImportService = ReturnType<typeof createImportService>;

export function createImportService(context: ServiceContext) {
  return {
    /**
     * Imports sources, some in each transaction: a bad one is refused with its reason, the others
     * go in, and a stop in between leaves whole dispatches only.
     */
    run: (sources: readonly (ImportSource | UnreadablePath)[], control: ImportControl = {}) =>
      importAll(context, sources, control),
  };
}

/** Dispatches of one transaction: a commit costs the same for many as for one. */
const batchSize = 32;

async function importAll(
  context: ServiceContext,
  sources: readonly Source[],
  { signal, progress }: ImportControl,
): Promise<ImportReport> {
  const began = performance.now();
  const items: ImportItem[] = [];
  let reading: Read[] = [];
  let writing: Promise<readonly ImportItem[]> = Promise.resolve([]);
  for (const [done, source] of sources.entries()) {
    if (signal?.aborted === true) break;
    progress?.({ done, total: sources.length, name: source.name });
    reading.push(await readOne(context, source));
    if (reading.length < batchSize) continue;
    // The next are read while these are written.
    items.push(...(await writing));
    writing = writeBatch(context, reading);
    reading = [];
  }
  items.push(...(await writing), ...(await writeBatch(context, reading)));
  return reportOf(context, items, sources.length, performance.now() - began);
}

function reportOf(
  context: ServiceContext,
  items: ImportItem[],
  total: number,
  durationMs: number,
): ImportReport {
  const count = (is: Outcome['is']) => items.filter((item) => item.outcome.is === is).length;
  const added = items.flatMap(({ outcome }) =>
    outcome.is === 'added' ? [outcome.dispatchId] : [],
  );
  if (added.length > 0) context.changed(added);
  return {
    items,
    added: added.length,
    unchanged: count('unchanged'),
    refused: count('refused'),
    cancelled: items.length < total,
    durationMs,
  };
}

type Source = ImportSource | UnreadablePath;
type Outcome = ImportItem['outcome'];
type Refused = Extract<Outcome, { is: 'refused' }>;

/** A source read: a dispatch with its bytes, or why it is refused. */
type Read = { readonly name: string; readonly byteLength: number } & (
  | { readonly dispatch: ReadDispatch; readonly bytes: Uint8Array }
  | { readonly refusal: Refused }
);

async function readOne(context: ServiceContext, source: Source): Promise<Read> {
  const { name } = source;
  if ('unreadable' in source) {
    return { name, byteLength: 0, refusal: refused('unreadable', source.unreadable) };
  }
  const { byteLength } = source;
  if (byteLength > maxTextBytes) {
    return { name, byteLength, refusal: refused('too-large', String(maxTextBytes)) };
  }
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (thrown) {
    return { name, byteLength, refusal: refused('unreadable', systemCode(thrown)) };
  }
  const read = await context.readText(bytes, context.zone());
  if (!read.ok) return { name, byteLength, refusal: refused('archive', read.error.code) };
  return read.value.is === 'refused'
    ? { name, byteLength, refusal: read.value }
    : { name, byteLength, dispatch: read.value.dispatch, bytes };
}

/** Writes what was read in one transaction; the outcome of each is known only after its commit. */
async function writeBatch(
  context: ServiceContext,
  batch: readonly Read[],
): Promise<readonly ImportItem[]> {
  const readable = batch.flatMap((read) => ('dispatch' in read ? [read] : []));
  const dispatches = readable.map((read) => importInput(context, read));
  const written =
    dispatches.length === 0
      ? ok([])
      : await context.archive.write('importDispatches', { dispatches });
  return batch.map((read) => {
    const { name, byteLength } = read;
    if ('refusal' in read) return { name, byteLength, outcome: read.refusal };
    if (!written.ok) {
      return { name, byteLength, outcome: refused('archive', written.error.code) };
    }
    const result = written.value[readable.indexOf(read)];
    return { name, byteLength, outcome: outcomeOf(read.dispatch, result) };
  });
}

function outcomeOf(
  { headline, takes, encoding, repairs }: ReadDispatch,
  result: Imported | undefined,
): Outcome {
  if (result === undefined) return refused('archive', 'internal');
  if (result.is === 'refused') return refused('archive', result.error.code);
  const { is, dispatchId } = result;
  if (is === 'unchanged') return { is, dispatchId, headline };
  return { is, dispatchId, headline, takes: takes.length, encoding, repairs: [...repairs] };
}

function importInput(
  { newId, now }: ServiceContext,
  { name, bytes, dispatch }: Extract<Read, { dispatch: ReadDispatch }>,
): CommandInput<'importDispatches'>['dispatches'][number] {
  const { slug, language, agency, takes, encoding, repairs } = dispatch;
  return {
    dispatch: {
      id: newId(),
      slug,
      language,
      urgency: routineUrgency,
      desk: '',
      agency,
      place: '',
      createdAt: now(),
    },
    takes: takes.map((take) => ({ ...take, id: newId() })),
    original: { bytes, name, encoding, repairs },
  };
}

function refused(reason: Refused['reason'], detail?: string): Refused {
  return { is: 'refused', reason, ...(detail !== undefined && { detail }) };
}
