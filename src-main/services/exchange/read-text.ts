import type { AppError } from '../../contract/errors';
import type { ImportItem } from '../../contract/models';
import { documentParts } from '../../domain/document/build';
import { toJson } from '../../domain/document/node';
import type { DocumentJson } from '../../domain/document/json';
import { agencyOf, proposeSlug } from '../../domain/record/slug';
import type { Stamp } from '../../domain/record/stamp';
import type { TakeKind } from '../../domain/record/take';
import type { Result } from '../../domain/result';
import { decodeBytes } from '../../domain/wire/decode';
import { parseWire, type WireDispatch } from '../../domain/wire/parse';
import type { Repair } from '../../domain/wire/repair';

/** A dispatch read from bytes. */
export type ReadDispatch = {
  readonly headline: string;
  readonly slug: string;
  readonly agency: string;
  readonly language: 'fr' | 'en';
  readonly encoding: string;
  readonly repairs: readonly Repair[];
  readonly takes: readonly {
    readonly kind: TakeKind;
    readonly stamp: Stamp;
    readonly label: string | null;
    readonly document: DocumentJson;
  }[];
};

type Refusal = Extract<ImportItem['outcome'], { is: 'refused' }>;

/** What bytes turned out to be: a dispatch, or why they are none. */
export type ReadOutcome = { readonly is: 'read'; readonly dispatch: ReadDispatch } | Refusal;

/** Reads bytes, in this thread or in another. */
export type TextReader = (
  bytes: Uint8Array,
  zone: string,
) => Promise<Result<ReadOutcome, AppError>>;

/** Reads a dispatch from the bytes of a text. `zone` is the IANA zone of stamps that name none. */
export function readText(bytes: Uint8Array, zone: string): ReadOutcome {
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) {
    const { error } = decoded;
    return error.code === 'binary'
      ? { is: 'refused', reason: 'binary', detail: error.looksLike }
      : { is: 'refused', reason: error.code };
  }
  const parsed = parseWire(decoded.value.text, { zone });
  if (!parsed.ok) return { is: 'refused', reason: parsed.error.code };
  const { encoding, repairs } = decoded.value;
  const all = [...repairs, ...parsed.value.repairs];
  return { is: 'read', dispatch: { ...described(parsed.value), encoding, repairs: all } };
}

function described(wire: WireDispatch): Omit<ReadDispatch, 'encoding' | 'repairs'> {
  const parts = wire.takes.map((take) => documentParts(take.document));
  const headline = parts.map((part) => part.headline).find((text) => text !== '') ?? '';
  return {
    headline,
    slug: proposeSlug(headline),
    agency: parts.map(({ signoff }) => agencyOf(signoff)).find((name) => name !== '') ?? '',
    language: wire.language,
    takes: wire.takes.map(({ kind, stamp, label, document }) => ({
      kind,
      stamp,
      label,
      document: toJson(document),
    })),
  };
}
