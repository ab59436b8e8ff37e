import type { ExchangeItem, ExchangeNote } from '../item';
import { dateTimeOf } from '../markup/dates';

const motivations: Readonly<Record<ExchangeNote['kind'], string>> = {
  comment: 'commenting',
  query: 'questioning',
  'fact-check': 'assessing',
  legal: 'moderating',
  source: 'linking',
  translation: 'editing',
  style: 'editing',
};

/**
 * The notes of a dispatch as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one JSON
 * document a line. Targets are takes by their URI; selectors count in the canonical text.
 */
export function writeWebAnnotations(item: ExchangeItem, guid: string): string {
  return item.notes
    .map((note, index) => `${JSON.stringify(annotationOf(note, guid, index + 1))}\n`)
    .join('');
}

function annotationOf(note: ExchangeNote, guid: string, number: number): object {
  const created = utc(note.createdAt);
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${guid}#note-${number}`,
    type: 'Annotation',
    motivation: motivations[note.kind],
    created,
    ...(note.author !== '' && { creator: { type: 'Person', name: note.author } }),
    body: [
      {
        type: 'TextualBody',
        value: note.body,
        format: 'text/plain',
        purpose: motivations[note.kind],
      },
      { type: 'TextualBody', value: note.kind, format: 'text/plain', purpose: 'classifying' },
      { type: 'TextualBody', value: note.state, format: 'text/plain', purpose: 'tagging' },
      ...note.replies.map(({ author, body, createdAt }) => ({
        type: 'TextualBody',
        value: body,
        format: 'text/plain',
        purpose: 'replying',
        created: utc(createdAt),
        ...(author !== '' && { creator: { type: 'Person', name: author } }),
      })),
    ],
    target: {
      source: `${guid}#take-${note.take}`,
      ...(note.anchor !== null && {
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: note.anchor.exact,
            prefix: note.anchor.prefix,
            suffix: note.anchor.suffix,
          },
          { type: 'TextPositionSelector', start: note.anchor.start, end: note.anchor.end },
        ],
      }),
    },
  };
}

function utc(instant: number): string {
  return dateTimeOf({ precision: 'second', instant, zone: 'UTC' });
}
