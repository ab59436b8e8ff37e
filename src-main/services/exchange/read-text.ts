import type { AppError } from '../../contract/errors';
import type { ImportItem } from '../../contract/models';
import { documentParts } from '../../domain/document/build';
import { toJson } from '../../domain/document/node';
import { pictureOf, picturesOf } from '../../domain/document/picture';
import type { DocumentJson } from '../../domain/document/json';
import type { ExchangeItem, ExchangeTake } from '../../domain/exchange/item';
import type { Node } from 'prosemirror-model';
import { readAny } from './read-any';
import type { ReadFault, ReadFormat } from '../../domain/exchange/reading';
import type { Repair } from '../../domain/exchange/repair';
import { agencyOf, proposeSlug } from '../../domain/record/slug';
import { err, ok, type Result } from '../../domain/result';
import { isTimeZone } from '../../domain/time/wall-time';

/** A take read from bytes, as it goes between threads. */
export type ReadTake = Omit<ExchangeTake, 'document'> & { readonly document: DocumentJson };

/** A dispatch read from bytes, as it goes between threads. */
export type ReadDispatch = Omit<ExchangeItem, 'takes'> & {
  readonly headline: string;
  readonly takes: readonly ReadTake[];
  readonly repairs: readonly Repair[];
};

type Refusal = Extract<ImportItem['outcome'], { is: 'refused' }>;

/** What bytes turned out to be: the dispatches in them, or why there are none. */
export type ReadOutcome =
  | {
      readonly is: 'read';
      readonly format: ReadFormat;
      readonly encoding: string;
      readonly dispatches: readonly ReadDispatch[];
    }
  | Refusal;

/** Reads bytes, in this thread or in another; `name` is that of the file. */
export type TextReader = (
  bytes: Uint8Array,
  zone: string,
  name: string,
) => Promise<Result<ReadOutcome, AppError>>;

/** Reads bytes in the thread that asks, for the command line and for tests. */
export const readInThisThread: TextReader = async (bytes, zone, name) =>
  ok(await readText(bytes, zone, name));

/** Reads the dispatches of a file. `zone` is the IANA zone of times that name none. */
export async function readText(bytes: Uint8Array, zone: string, name = ''): Promise<ReadOutcome> {
  const read = await readAny(bytes, name, zone).catch(unread);
  if (!read.ok) return refusalOf(read.error);
  const { format, encoding, items } = read.value;
  const dispatches = items.map(({ item, repairs }) => ({ ...described(item), repairs }));
  return { is: 'read', format, encoding, dispatches };
}

/** A reader that throws is wrong, and one file of thousands must not end an import. */
function unread(thrown: unknown): Result<never, ReadFault> {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return err({ code: 'unreadable', detail: detail.slice(0, 200) });
}

/** Why a file holds nothing to read, as the report tells it. */
export function refusalOf(fault: ReadFault): Refusal {
  switch (fault.code) {
    case 'binary':
      return { is: 'refused', reason: 'binary', detail: fault.looksLike };
    case 'not-well-formed':
      return { is: 'refused', reason: fault.code, detail: fault.detail, line: fault.line };
    case 'not-news':
    case 'unknown-format':
    case 'unreadable':
      return { is: 'refused', reason: fault.code, detail: fault.detail };
    case 'too-large':
      return { is: 'refused', reason: fault.code, detail: String(fault.limit) };
    default:
      return { is: 'refused', reason: fault.code };
  }
}

/** An item with what the archive wants and the source did not say, proposed from its words. */
export function described(item: ExchangeItem): Omit<ReadDispatch, 'repairs'> {
  const parts = item.takes.map((take) => documentParts(take.document));
  const headline = parts.map((part) => part.headline).find((text) => text !== '') ?? '';
  const signed = parts.map(({ signoff }) => agencyOf(signoff)).find((name) => name !== '') ?? '';
  const { embargo } = item;
  const carried = new Set((item.pictures ?? []).map(({ picture }) => picture.sha256));
  return {
    ...item,
    headline,
    slug: item.slug === '' ? proposeSlug(headline) : item.slug,
    agency: item.agency === '' ? signed : item.agency,
    embargo: embargo !== null && isTimeZone(embargo.zone) ? embargo : null,
    takes: item.takes.map((take) => ({
      ...take,
      document: toJson(withPictures(take.document, carried)),
    })),
  };
}

/** A document whose photos show no pictures but those that came with it: a file may name any. */
function withPictures(document: Node, carried: ReadonlySet<string>): Node {
  if (picturesOf(document).every(({ sha256 }) => carried.has(sha256))) return document;
  const children = document.children.map((node) => {
    const picture = pictureOf(node);
    if (picture === null || carried.has(picture.sha256)) return node;
    return node.type.create({ ...node.attrs, picture: null }, node.content);
  });
  return document.type.create(document.attrs, children);
}
