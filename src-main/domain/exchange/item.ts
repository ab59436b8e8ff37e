import type { Node } from 'prosemirror-model';
import type { Anchor, NoteKind, NotePart } from '../annotation/annotation';
import type { Picture } from '../document/picture';
import type { DocumentJson } from '../document/json';
import type { Carries } from '../record/carries';
import type { Stamp } from '../record/stamp';
import type { TakeKind } from '../record/take';

/** A subject of the IPTC Media Topics, or one that only has a name. */
export type Subject = {
  /** Eight digits, `20000065`; empty where the source names no code we know the scheme of. */
  readonly code: string;
  readonly name: string;
};

/** A take as formats carry it. */
export type ExchangeTake = {
  readonly kind: TakeKind;
  readonly stamp: Stamp;
  /** Its stamp line as it stood in a text; null where it had none. */
  readonly label: string | null;
  readonly document: Node;
  /** The line that tells editors what changed; empty where there is none. */
  readonly advisoryLine: string;
  /** Initials of who published it; empty where nobody is named. */
  readonly author: string;
  /** What was wrong and right, or why it was withdrawn; `corrects` is the number of a take, as text. */
  readonly carries: Carries;
};

/** A note as formats with comments carry it. */
export type ExchangeNote = {
  /** Number of the take it is on, from 1; null for one on the whole dispatch. */
  readonly take: number | null;
  /** The words it speaks of; null for one on the whole take. */
  readonly anchor: Anchor | null;
  readonly part: NotePart;
  readonly kind: NoteKind;
  readonly body: string;
  readonly author: string;
  readonly addressee: string;
  readonly state: 'open' | 'resolved';
  /** ms; 0 where it is not known. */
  readonly createdAt: number;
  readonly replies: readonly {
    readonly author: string;
    readonly body: string;
    readonly createdAt: number;
  }[];
};

/** Changes that are proposed to a take. */
export type ExchangeSuggested = {
  /** Number of the take, from 1. */
  readonly take: number;
  /** The take as it would read, with its suggestions (domain/suggest) in the attributes of `doc`. */
  readonly document: DocumentJson;
};

/** A picture as it came with a dispatch, to the byte. */
export type ItemPicture = { readonly picture: Picture; readonly bytes: Uint8Array };

/**
 * A dispatch as it goes from one program to another: what every reader yields and every writer
 * takes, whatever the format.
 */
export type ExchangeItem = {
  /** What the source calls the item through all its versions; null where it has no name. */
  readonly guid: string | null;
  /** Its version by the source's count, rising; null where it is not told. */
  readonly version: number | null;
  readonly slug: string;
  readonly language: 'fr' | 'en';
  /** IPTC urgency, 1 to 8; null where the source has none. */
  readonly urgency: number | null;
  readonly agency: string;
  readonly desk: string;
  readonly place: string;
  readonly embargo: { readonly instant: number; readonly zone: string } | null;
  readonly subjects: readonly Subject[];
  /** The names of the persons it speaks of. */
  readonly persons: readonly string[];
  /** In order; at least one in an item that was read. */
  readonly takes: readonly ExchangeTake[];
  /** The pictures their photos show, where the bytes came with them. */
  readonly pictures?: readonly ItemPicture[];
  /** Notes on them, in formats that have comments. */
  readonly notes?: readonly ExchangeNote[];
  /** Changes proposed to one of them, in formats that track changes. */
  readonly suggested?: ExchangeSuggested;
};

/** A take with nothing but words, to be filled in by a reader. */
export function plainTake(document: Node, fields: Partial<ExchangeTake> = {}): ExchangeTake {
  return {
    kind: 'report',
    stamp: { precision: 'unknown' },
    label: null,
    advisoryLine: '',
    author: '',
    carries: { of: 'nothing' },
    document,
    ...fields,
  };
}

/** An item with takes and nothing else known, to be filled in by a reader. */
export function plainItem(
  takes: readonly ExchangeTake[],
  fields: Partial<ExchangeItem> = {},
): ExchangeItem {
  return {
    guid: null,
    version: null,
    slug: '',
    language: 'fr',
    urgency: null,
    agency: '',
    desk: '',
    place: '',
    embargo: null,
    subjects: [],
    persons: [],
    takes,
    ...fields,
  };
}

/** Whether the dispatch is withdrawn: its last word to readers is a kill. */
export function isWithdrawn(item: ExchangeItem): boolean {
  return item.takes.some(({ kind }) => kind === 'kill');
}
