import type { DispatchModel, TakeModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import { makeAnchor } from '@domain/annotation/anchor';
import type { NoteKind } from '@domain/annotation/annotation';
import { buildDocument, type Block } from '@domain/document/build';
import { canonicalText } from '@domain/document/canonical-text';
import { parseDocument, toJson } from '@domain/document/node';
import { carriesNothing } from '@domain/record/carries';
import type { TakeKind } from '@domain/record/take';

/** The instant all fictional dispatches stand around: 22:58:41 at a desk in Zurich. */
export const evening = Date.UTC(2017, 4, 2, 20, 58, 41);

const zone = 'Europe/Zurich';
const minute = 60_000;
const entered = 25 * 60;
let lastId = 0;

/** An identifier of the right form, in rising order. */
export function fakeId(): string {
  lastId += 1;
  return `01890000-0000-7000-8000-${String(lastId).padStart(12, '0')}`;
}

/** A take told in plain parts. */
export type Told = {
  readonly kind?: TakeKind;
  readonly headline?: string;
  readonly blocks: readonly Block[];
  readonly signoff?: string;
  /** Minutes before the evening; absent for a time nobody knows. */
  readonly ago?: number;
};

/** The document of what is told. */
export function documentOf({ headline = '', blocks, signoff = '' }: Told): TakeModel['document'] {
  return toJson(buildDocument({ headline, blocks, signoff }));
}

/** A lead or a paragraph. */
export function text(words: string, type: 'lead' | 'paragraph' = 'paragraph'): Block {
  return { type, text: words };
}

/** A dispatch of takes told oldest first. */
export function fakeDispatch(
  details: Partial<DispatchModel> & { readonly slug: string },
  told: readonly Told[],
): DispatchModel {
  return {
    id: fakeId(),
    language: 'fr',
    urgency: 5,
    desk: 'Monde',
    agency: '',
    place: '',
    createdAt: evening - 300 * minute,
    embargo: null,
    lastTakeRevision: told.length,
    takes: told.map((take, index) => fakeTake(take, index + 1)),
    draft: null,
    notes: [],
    originals: [],
    subjects: [],
    persons: [],
    ...details,
  };
}

function fakeTake(told: Told, ordinal: number): TakeModel {
  const { ago } = told;
  return {
    id: fakeId(),
    ordinal,
    kind: told.kind ?? (ordinal === 1 ? 'report' : 'update'),
    stamp:
      ago === undefined
        ? { precision: 'unknown' }
        : { precision: 'minute', instant: evening - ago * minute, zone },
    stampSupplied: false,
    stampReason: null,
    label: ago === undefined ? 'Publié' : null,
    document: documentOf(told),
    advisoryLine: '',
    carries: carriesNothing,
    author: 'ptur',
    origin: ago === undefined ? 'imported' : 'written',
    recordedAt: evening - (ago ?? entered) * minute,
  };
}

/** A note on words of a take; on the whole of it when there are none. */
export function fakeNote(
  take: TakeModel,
  words: string | null,
  note: {
    readonly kind: NoteKind;
    readonly author: string;
    readonly body: string;
    readonly ago: number;
    readonly reply?: string;
    readonly state?: 'open' | 'resolved';
  },
): NoteModel {
  const createdAt = evening - note.ago * minute;
  return {
    id: fakeId(),
    target: { on: 'take', id: take.id },
    part: 'words',
    settled: true,
    addressee: '',
    origin: null,
    links: [],
    events: [],
    anchor: words === null ? null : anchorOn(take, words),
    kind: note.kind,
    body: note.body,
    author: note.author,
    state: note.state ?? 'open',
    createdAt,
    editedAt: null,
    replies:
      note.reply === undefined
        ? []
        : [{ id: fakeId(), author: 'ptur', body: note.reply, createdAt: createdAt + 8 * minute }],
  };
}

function anchorOn(take: TakeModel, words: string): NoteModel['anchor'] {
  const parsed = parseDocument(take.document);
  const whole = parsed.ok ? canonicalText(parsed.value) : '';
  const start = whole.indexOf(words);
  if (start < 0) throw new Error(`no such words: ${words}`);
  return makeAnchor(whole, start, start + words.length);
}
