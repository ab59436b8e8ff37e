import type { AppError } from '../../contract/errors';
import type { ImportItem, ImportReport } from '../../contract/models';
import { documentParts } from '../../domain/document/build';
import { toJson } from '../../domain/document/node';
import { agencyOf, proposeSlug } from '../../domain/record/slug';
import { decodeBytes, maxTextBytes, type DecodedText } from '../../domain/wire/decode';
import { parseWire, type WireDispatch } from '../../domain/wire/parse';
import type { Result } from '../../domain/result';
import type { CommandInput } from '../../archive/client';
import type { ServiceContext } from '../context';
import { routineUrgency } from '../dispatches';
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
    async run(
      sources: readonly (ImportSource | UnreadablePath)[],
      control: ImportControl = {},
    ): Promise<ImportReport> {
      const began = performance.now();
      const items: ImportItem[] = [];
      for (const source of sources) {
        if (control.signal?.aborted === true) break;
        control.progress?.({ done: items.length, total: sources.length, name: source.name });
        items.push(await importOne(context, source));
      }
      const count = (is: ImportItem['outcome']['is']) =>
        items.filter((item) => item.outcome.is === is).length;
      const touched = items.flatMap(({ outcome }) =>
        outcome.is === 'added' ? [outcome.dispatchId] : [],
      );
      if (touched.length > 0) context.changed(touched);
      return {
        items,
        added: count('added'),
        unchanged: count('unchanged'),
        refused: count('refused'),
        cancelled: items.length < sources.length,
        durationMs: performance.now() - began,
      };
    },
  };
}

type Refused = Extract<ImportItem['outcome'], { is: 'refused' }>;

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
): Promise<ImportItem['outcome']> {
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) {
    const detail = decoded.error.code === 'binary' ? decoded.error.looksLike : undefined;
    return refused(decoded.error.code, detail);
  }
  const parsed = parseWire(decoded.value.text, { zone: context.zone() });
  if (!parsed.ok) return refused(parsed.error.code);
  const input = importInput(context, name, bytes, decoded.value, parsed.value);
  const written = await context.archive.write('importDispatch', input);
  if (!written.ok) return refusedByArchive(written);
  const headline = headlineOf(parsed.value);
  const { dispatchId } = written.value;
  if (written.value.is === 'unchanged') return { is: 'unchanged', dispatchId, headline };
  return {
    is: 'added',
    dispatchId,
    headline,
    takes: parsed.value.takes.length,
    encoding: decoded.value.encoding,
    repairs: [...input.original.repairs],
  };
}

function importInput(
  context: ServiceContext,
  name: string,
  bytes: Uint8Array,
  decoded: DecodedText,
  wire: WireDispatch,
): CommandInput<'importDispatch'> {
  const signoffs = wire.takes.map((take) => documentParts(take.document).signoff);
  return {
    dispatch: {
      id: context.newId(),
      slug: proposeSlug(headlineOf(wire)),
      language: wire.language,
      urgency: routineUrgency,
      desk: '',
      agency: signoffs.map(agencyOf).find((agency) => agency !== '') ?? '',
      place: '',
      createdAt: context.now(),
    },
    takes: wire.takes.map((take) => ({
      id: context.newId(),
      kind: take.kind,
      stamp: take.stamp,
      label: take.label,
      document: toJson(take.document),
    })),
    original: {
      bytes,
      name,
      encoding: decoded.encoding,
      repairs: [...decoded.repairs, ...wire.repairs],
    },
  };
}

function headlineOf(wire: WireDispatch): string {
  for (const take of wire.takes) {
    const { headline } = documentParts(take.document);
    if (headline !== '') return headline;
  }
  return '';
}

function refused(reason: Refused['reason'], detail?: string): Refused {
  return { is: 'refused', reason, ...(detail !== undefined && { detail }) };
}

function refusedByArchive(failed: Result<never, AppError>): Refused {
  return refused('archive', failed.ok ? undefined : failed.error.code);
}
