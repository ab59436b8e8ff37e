import type { Anchor, NoteChange, NoteKind, NotePart } from './annotation';

/** The JSON-LD context of the Web Annotation model (https://www.w3.org/TR/annotation-model/). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Our own terms, for what the model has no words for: all of them may be left unread. */
export const ownTerms = { wt: 'urn:writethru:annotation:' } as const;

/** A note as it is written out. */
export type PortableNote = {
  readonly id: string;
  /** The take it is on; null for a note on the whole dispatch. */
  readonly takeId: string | null;
  readonly part: NotePart;
  readonly anchor: Anchor | null;
  readonly kind: NoteKind;
  readonly body: string;
  readonly author: string;
  readonly addressee: string;
  readonly state: 'open' | 'resolved';
  /** ms */
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Ids of the dispatches it links to. */
  readonly links: readonly string[];
  readonly replies: readonly PortableReply[];
  readonly events: readonly PortableEvent[];
};

export type PortableReply = {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly createdAt: number;
};

export type PortableEvent = {
  readonly at: number;
  readonly author: string;
  readonly change: NoteChange;
  readonly before: string;
};

/** A take notes may be on: what finds it again in another archive, and its canonical text. */
export type PortableTake = {
  readonly id: string;
  readonly ordinal: number;
  readonly text: string;
  /** SHA-256 of the canonical text as UTF-8, in hexadecimal. */
  readonly digest: string;
};

type Json = { readonly [key: string]: unknown };

/** The model's motivation (https://www.w3.org/TR/annotation-vocab/#named-individuals) of each kind. */
export const motivations: Readonly<Record<NoteKind, string>> = {
  comment: 'commenting',
  query: 'questioning',
  'fact-check': 'assessing',
  legal: 'moderating',
  source: 'identifying',
  translation: 'describing',
  style: 'editing',
};

/**
 * The notes of a dispatch as one page of Web Annotations: each note an annotation of its take with a
 * TextQuoteSelector and a TextPositionSelector (in code points, as the model counts), each answer an
 * annotation of the note it answers. Kind, state and history are kept in terms of our own beside it.
 */
export function annotationPage(
  dispatch: { readonly id: string; readonly slug: string; readonly language: 'fr' | 'en' },
  takes: readonly PortableTake[],
  notes: readonly PortableNote[],
): Json {
  return {
    '@context': [annotationContext, ownTerms],
    id: `urn:writethru:notes:${dispatch.id}`,
    type: 'AnnotationPage',
    'wt:dispatch': urn(dispatch.id),
    'wt:slug': dispatch.slug,
    'wt:takes': takes.map(({ id, ordinal, digest }) => ({ id: urn(id), ordinal, sha256: digest })),
    items: notes.flatMap((note) => [
      annotationOf(note, dispatch, takes),
      ...note.replies.map((reply) => replyTo(note, reply, dispatch.language)),
    ]),
  };
}

function annotationOf(
  note: PortableNote,
  dispatch: { readonly id: string; readonly language: 'fr' | 'en' },
  takes: readonly PortableTake[],
): Json {
  const take = takes.find(({ id }) => id === note.takeId);
  return {
    '@context': [annotationContext, ownTerms],
    id: urn(note.id),
    type: 'Annotation',
    motivation: motivations[note.kind],
    ...person('creator', note.author),
    created: new Date(note.createdAt).toISOString(),
    ...(note.editedAt !== null && { modified: new Date(note.editedAt).toISOString() }),
    ...(note.addressee !== '' && {
      audience: { type: 'schema:Audience', 'schema:audienceType': note.addressee },
    }),
    body: [
      textualBody(note.body, dispatch.language),
      ...note.links.map((id) => ({
        type: 'SpecificResource',
        source: `writethru://dispatch/${id}`,
        purpose: 'linking',
      })),
    ],
    target: targetOf(note, dispatch.id, take),
    'wt:kind': note.kind,
    'wt:state': note.state,
    ...(note.part === 'photo' && { 'wt:part': note.part }),
    ...(note.events.length > 0 && { 'wt:history': note.events.map(eventOf) }),
  };
}

function targetOf(note: PortableNote, dispatchId: string, take: PortableTake | undefined): unknown {
  const source = urn(note.takeId ?? dispatchId);
  if (note.anchor === null || take === undefined) return source;
  const { exact, prefix, suffix, start, end } = note.anchor;
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      {
        type: 'TextPositionSelector',
        start: codePoints(take.text, start),
        end: codePoints(take.text, end),
      },
    ],
  };
}

function replyTo(note: PortableNote, reply: PortableReply, language: 'fr' | 'en'): Json {
  return {
    '@context': [annotationContext, ownTerms],
    id: urn(reply.id),
    type: 'Annotation',
    motivation: 'replying',
    ...person('creator', reply.author),
    created: new Date(reply.createdAt).toISOString(),
    body: [textualBody(reply.body, language)],
    target: urn(note.id),
  };
}

function textualBody(value: string, language: string): Json {
  return { type: 'TextualBody', value, format: 'text/plain', language, purpose: 'commenting' };
}

function person(role: string, nickname: string): Json {
  return nickname === '' ? {} : { [role]: { type: 'Person', nickname } };
}

function eventOf({ at, author, change, before }: PortableEvent): Json {
  return {
    'wt:at': new Date(at).toISOString(),
    'wt:by': author,
    'wt:change': change,
    'wt:before': before,
  };
}

function urn(id: string): string {
  return `urn:uuid:${id}`;
}

/** How many code points stand before a UTF-16 offset. */
function codePoints(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}
