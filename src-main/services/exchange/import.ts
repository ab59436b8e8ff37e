import type { CommandInput } from '../../archive/client';
import type { ImportItem, ImportReport } from '../../contract/models';
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
     * Imports each source in a transaction of its own: a bad one is refused with its reason, the
     * others go in, and a stop in between leaves whole dispatches only.
     */
    run: (sources: readonly (ImportSource | UnreadablePath)[], control: ImportControl = {}) =>
      importAll(context, sources, control),
  };
}

async function importAll(
  context: ServiceContext,
  sources: readonly (ImportSource | UnreadablePath)[],
  { signal, progress }: ImportControl,
): Promise<ImportReport> {
  const began = performance.now();
  const items: ImportItem[] = [];
  for (const source of sources) {
    if (signal?.aborted === true) break;
    progress?.({ done: items.length, total: sources.length, name: source.name });
    items.push(await importOne(context, source));
  }
  const count = (is: ImportItem['outcome']['is']) =>
    items.filter((item) => item.outcome.is === is).length;
  const added = items.flatMap(({ outcome }) =>
    outcome.is === 'added' ? [outcome.dispatchId] : [],
  );
  if (added.length > 0) context.changed(added);
  return {
    items,
    added: added.length,
    unchanged: count('unchanged'),
    refused: count('refused'),
    cancelled: items.length < sources.length,
    durationMs: performance.now() - began,
  };
}

type Outcome = ImportItem['outcome'];
type Refused = Extract<Outcome, { is: 'refused' }>;

async function importOne(
  context: ServiceContext,
  source: ImportSource | UnreadablePath,
): Promise<ImportItem> {
  const { name } = source;
  if ('unreadable' in source) {
    return { name, byteLength: 0, outcome: refused('unreadable', source.unreadable) };
  }
  const { byteLength } = source;
  if (byteLength > maxTextBytes) {
    return { name, byteLength, outcome: refused('too-large', String(maxTextBytes)) };
  }
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (thrown) {
    return { name, byteLength, outcome: refused('unreadable', systemCode(thrown)) };
  }
  return { name, byteLength, outcome: await importBytes(context, name, bytes) };
}

async function importBytes(
  context: ServiceContext,
  name: string,
  bytes: Uint8Array,
): Promise<Outcome> {
  const read = await context.readText(bytes, context.zone());
  if (!read.ok) return refused('archive', read.error.code);
  if (read.value.is === 'refused') return read.value;
  const { dispatch } = read.value;
  const { headline } = dispatch;
  const written = await context.archive.write(
    'importDispatch',
    importInput(context, name, bytes, dispatch),
  );
  if (!written.ok) return refused('archive', written.error.code);
  const { is, dispatchId } = written.value;
  if (is === 'unchanged') return { is, dispatchId, headline };
  return {
    is,
    dispatchId,
    headline,
    takes: dispatch.takes.length,
    encoding: dispatch.encoding,
    repairs: [...dispatch.repairs],
  };
}

function importInput(
  { newId, now }: ServiceContext,
  name: string,
  bytes: Uint8Array,
  { slug, language, agency, takes, encoding, repairs }: ReadDispatch,
): CommandInput<'importDispatch'> {
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
