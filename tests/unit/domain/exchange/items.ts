import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { toJson } from '@domain/document/node';
import { takeSchema } from '@domain/document/schema';
import type { ExchangeItem, ExchangeTake } from '@domain/exchange/item';
import { plainLine } from '@domain/exchange/markup/inline';
import { normalItem } from '@domain/exchange/markup/normal';
import type { Stamp } from '@domain/record/stamp';
import { document, lineText } from '../arbitraries';

/** How many random dispatches a property is tried on; `WRITETHRU_RUNS=60` for the long form. */
export const runs = Number(process.env['WRITETHRU_RUNS'] ?? 25);

/** The desk's zone in these tests. */
export const zone = 'Europe/Zurich';

const stamp: fc.Arbitrary<Stamp> = fc.oneof(
  fc.constant<Stamp>({ precision: 'unknown' }),
  fc
    .tuple(
      fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('second' as const, 'minute' as const),
      fc.constantFrom(zone, 'UTC', 'America/New_York'),
    )
    .map(([minutes, seconds, precision, place]): Stamp => ({
      precision,
      instant: minutes * 60_000 + (precision === 'second' ? seconds * 1000 : 0),
      zone: place,
    })),
  fc.constant<Stamp>({ precision: 'day', instant: Date.UTC(2017, 4, 1, 22), zone }),
);

const words = lineText.map((text) =>
  plainLine(text)
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim(),
);
/** Words that stand alone in a field: something to read, no white space at their ends. */
const filled = words.filter((text) => /[\p{L}\p{N}]/u.test(text));

const laterKind = fc.constantFrom('update', 'correction', 'writethru', 'advisory', 'kill' as const);

/** Any document, with a list whose items have several paragraphs now and then. */
const richDocument: fc.Arbitrary<Node> = fc
  .tuple(
    document,
    fc.option(
      fc.array(fc.array(filled, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    ),
    fc.boolean(),
  )
  .map(([node, items, ordered]) => {
    if (items === null) return node;
    const { nodes } = takeSchema;
    const list = (ordered ? nodes.ordered_list : nodes.bullet_list).create(
      null,
      items.map((texts) =>
        nodes.list_item.create(
          null,
          texts.map((text) => nodes.paragraph.create(null, takeSchema.text(text))),
        ),
      ),
    );
    const [headline, ...rest] = node.children;
    return headline === undefined ? node : nodes.doc.create(null, [headline, list, ...rest]);
  });

const take: fc.Arbitrary<ExchangeTake> = fc
  .record({
    kind: laterKind,
    stamp,
    label: fc.option(filled, { nil: null }),
    document: richDocument,
    advisoryLine: words,
    author: words,
    told: fc.tuple(filled, filled),
  })
  .map(({ told: [one, other], ...rest }) => ({
    ...rest,
    carries:
      rest.kind === 'correction'
        ? { of: 'correction', corrects: '1', wrong: one, right: other }
        : rest.kind === 'kill'
          ? { of: 'kill', reason: one, decidedBy: other }
          : { of: 'nothing' },
  }));

/** Any dispatch with everything that the interchange model can hold. */
export const exchangeItem: fc.Arbitrary<ExchangeItem> = fc
  .record({
    guid: fc.constant('urn:uuid:01890000-0000-7000-8000-000000000001'),
    version: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
    slug: words,
    language: fc.constantFrom('fr' as const, 'en' as const),
    urgency: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
    agency: words,
    desk: words,
    place: words,
    embargo: fc.option(fc.constant({ instant: Date.UTC(2031, 0, 1, 5), zone }), { nil: null }),
    subjects: fc.constantFrom(
      [],
      [{ code: '16000000', name: 'conflit, guerre et paix' }],
      [
        { code: '11000000', name: 'politique' },
        { code: '', name: 'Valdane & « Orbaz »' },
      ],
    ),
    persons: fc.constantFrom([], ['Adèle Roustan', 'Marc « Le Grand » Vial & fils']),
    takes: fc
      .tuple(take, fc.array(take, { maxLength: 3 }))
      .map(([first, later]) => [
        { ...first, kind: 'report' as const, carries: { of: 'nothing' as const } },
        ...later,
      ]),
  })
  .map(normalItem)
  // A dispatch has words.
  .filter(({ takes }) =>
    takes.some(({ document: one }) =>
      one.children.slice(1, -1).some((block) => block.textContent.trim() !== ''),
    ),
  );

/** An item as plain values, to compare. */
export function plain(item: ExchangeItem): Record<string, unknown> {
  return {
    ...item,
    takes: item.takes.map((one) => ({ ...one, document: toJson(one.document) })),
  };
}
