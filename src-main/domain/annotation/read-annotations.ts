import { err, ok, type Result } from '../result';
import { noteChanges, noteKinds, type Anchor, type NoteKind } from './annotation';
import {
  motivations,
  type PortableEvent,
  type PortableNote,
  type PortableReply,
} from './web-annotation';

/** The largest file of annotations that is read, in UTF-16 units. */
export const largestFile = 64 * 1024 * 1024;
/** The most annotations of one file, and the longest body and quote of one. */
const mostAnnotations = 20_000;
const longestBody = 20_000;

/** Why a file of annotations is refused whole, as a stable code; nothing of it is kept then. */
export type AnnotationRefusal =
  | 'annotations-too-large'
  | 'annotations-unreadable'
  | 'annotations-none'
  | 'annotation-body-too-long'
  | 'annotation-thread-cyclic';

/** A note read from a file: what it is on is yet to be found in a dispatch. */
export type ReadNote = Omit<PortableNote, 'takeId' | 'anchor'> & {
  /** What the annotation names as its source; empty where it names none. */
  readonly source: string;
  /** Its words; `start` is in code points, and -1 where the file does not say. */
  readonly quote: Anchor | null;
};

/** What a file of annotations holds. */
export type ReadAnnotations = {
  /** The id of the dispatch it was written for; null where it does not say. */
  readonly dispatchId: string | null;
  /** The takes it was written for, by their ids there. */
  readonly takes: readonly {
    readonly id: string;
    readonly ordinal: number;
    readonly digest: string;
  }[];
  readonly notes: readonly ReadNote[];
};

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads Web Annotations: an annotation, a list of them, a page or a collection, by this program or
 * another. Bodies are text and stay text: HTML in them is kept as it is written, and never shown as
 * HTML. Answers to answers are answers to the note that began the thread.
 */
export function readAnnotations(text: string): Result<ReadAnnotations, AnnotationRefusal> {
  if (text.length > largestFile) return err('annotations-too-large');
  const json = parsed(text);
  if (json === undefined) return err('annotations-unreadable');
  const items = annotationsIn(json);
  if (items.length === 0) return err('annotations-none');
  if (items.length > mostAnnotations) return err('annotations-too-large');
  if (items.some((item) => bodyText(item).length > longestBody)) {
    return err('annotation-body-too-long');
  }
  const threads = threadsOf(items);
  if (threads === null) return err('annotation-thread-cyclic');
  const page = isObject(json) ? json : {};
  return ok({
    dispatchId: uuidIn(page['wt:dispatch']),
    takes: listOf(page['wt:takes']).flatMap(takeOf),
    notes: threads.map(({ note, replies }) => noteOf(note, replies)),
  });
}

type Thread = { readonly note: Json; readonly replies: readonly Json[] };

/** The annotations that answer none, each with all that answer it; null where answers run in a circle. */
function threadsOf(items: readonly Json[]): readonly Thread[] | null {
  const byId = new Map(items.map((item) => [stringOf(item['id']), item]));
  const replies = new Map<Json, Json[]>();
  const roots: Json[] = [];
  for (const item of items) {
    const root = rootOf(item, byId);
    if (root === null) return null;
    if (root === item) roots.push(item);
    else replies.set(root, [...(replies.get(root) ?? []), item]);
  }
  return roots.map((note) => ({ note, replies: replies.get(note) ?? [] }));
}

function rootOf(item: Json, byId: ReadonlyMap<string, Json>): Json | null {
  const seen = new Set<Json>();
  let at = item;
  while (!seen.has(at)) {
    seen.add(at);
    const answered = byId.get(sourceOf(at));
    if (answered === undefined) return at;
    at = answered;
  }
  return null;
}

function noteOf(item: Json, replies: readonly Json[]): ReadNote {
  const createdAt = instantOf(item['created']) ?? 0;
  return {
    id: uuidIn(item['id']) ?? '',
    source: sourceOf(item),
    quote: quoteOf(item),
    part: item['wt:part'] === 'photo' ? 'photo' : 'words',
    kind: kindOf(item),
    body: bodyText(item),
    author: authorOf(item),
    addressee: addresseeOf(item).slice(0, 40),
    state: item['wt:state'] === 'resolved' ? 'resolved' : 'open',
    createdAt,
    editedAt: instantOf(item['modified']),
    links: linksOf(item),
    replies: replies.map((reply) => replyOf(reply, createdAt)),
    events: listOf(item['wt:history']).flatMap(eventOf),
  };
}

function replyOf(item: Json, noteAt: number): PortableReply {
  return {
    id: uuidIn(item['id']) ?? '',
    author: authorOf(item),
    body: bodyText(item),
    createdAt: instantOf(item['created']) ?? noteAt,
  };
}

function kindOf(item: Json): NoteKind {
  const own = noteKinds.find((kind) => kind === item['wt:kind']);
  if (own !== undefined) return own;
  const motivation = stringOf(listOf(item['motivation'])[0]);
  return noteKinds.find((kind) => motivations[kind] === motivation) ?? 'comment';
}

/** The text of the bodies that are text; what a `bodyValue` says. */
function bodyText(item: Json): string {
  const texts = listOf(item['body'] ?? item['bodyValue']).flatMap((body) => {
    if (typeof body === 'string') return item['body'] === undefined ? [body] : [];
    return isObject(body) && typeof body['value'] === 'string' ? [body['value']] : [];
  });
  return texts.join('\n\n').trim();
}

function linksOf(item: Json): readonly string[] {
  return listOf(item['body']).flatMap((body) => {
    const source = isObject(body) ? stringOf(body['source']) : stringOf(body);
    const found = /^writethru:\/\/dispatch\/([0-9a-f-]{36})/.exec(source);
    return found?.[1] === undefined ? [] : [found[1]];
  });
}

/** What an annotation's first target names: an address, the id of a resource, the source of its part. */
function sourceOf(item: Json): string {
  const target = listOf(item['target'])[0];
  if (!isObject(target)) return stringOf(target);
  const source = target['source'] ?? target['id'];
  return isObject(source) ? stringOf(source['id']) : stringOf(source);
}

function quoteOf(item: Json): Anchor | null {
  const target = listOf(item['target'])[0];
  if (!isObject(target)) return null;
  const selectors = listOf(target['selector']).filter(isObject);
  const quote = selectors.find((one) => one['type'] === 'TextQuoteSelector');
  const position = selectors.find((one) => one['type'] === 'TextPositionSelector');
  const exact = stringOf(quote?.['exact']);
  if (exact === '') return null;
  const [start, end] = [position?.['start'], position?.['end']];
  const isPlaced = typeof start === 'number' && typeof end === 'number' && start >= 0;
  return {
    exact: exact.slice(0, longestBody),
    prefix: stringOf(quote?.['prefix']).slice(-200),
    suffix: stringOf(quote?.['suffix']).slice(0, 200),
    start: isPlaced ? Math.floor(start) : -1,
    end: isPlaced ? Math.floor(end) : -1,
  };
}

function authorOf(item: Json): string {
  const creator = listOf(item['creator'])[0];
  if (!isObject(creator)) return '';
  const name = stringOf(creator['nickname']) || stringOf(listOf(creator['name'])[0]);
  return name.slice(0, 12);
}

function addresseeOf(item: Json): string {
  const audience = listOf(item['audience'])[0];
  return isObject(audience) ? stringOf(audience['schema:audienceType']) : '';
}

function eventOf(value: unknown): readonly PortableEvent[] {
  if (!isObject(value)) return [];
  const at = instantOf(value['wt:at']);
  const change = noteChanges.find((known) => known === value['wt:change']);
  if (at === null || change === undefined) return [];
  const author = stringOf(value['wt:by']).slice(0, 12);
  return [{ at, author, change, before: stringOf(value['wt:before']).slice(0, longestBody) }];
}

function takeOf(value: unknown): ReadAnnotations['takes'] {
  if (!isObject(value)) return [];
  const id = uuidIn(value['id']);
  const ordinal = value['ordinal'];
  if (id === null || typeof ordinal !== 'number') return [];
  return [{ id, ordinal, digest: stringOf(value['sha256']) }];
}

function annotationsIn(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return json.filter(isObject).filter(isAnnotation);
  if (!isObject(json)) return [];
  if (isAnnotation(json)) return [json];
  const first = isObject(json['first']) ? json['first'] : json;
  return listOf(first['items']).filter(isObject).filter(isAnnotation);
}

function isAnnotation(item: Json): boolean {
  return listOf(item['type']).includes('Annotation');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: said by the caller.
    return undefined;
  }
}

/** The UUID that an address or a URN ends with; null where there is none. */
export function uuidIn(value: unknown): string | null {
  const found = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(stringOf(value));
  return found?.[1]?.toLowerCase() ?? null;
}

function instantOf(value: unknown): number | null {
  const at = Date.parse(stringOf(value));
  return Number.isNaN(at) ? null : at;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
