import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSchema } from '../../../src-main/domain/document/schema';
import { tableNode } from '../../../src-main/domain/document/table';
import type { ExchangeItem } from '../../../src-main/domain/exchange/item';
import { normalItem } from '../../../src-main/domain/exchange/markup/normal';
import { readAny } from '../../../src-main/services/exchange/read-any';
import { writeDocx } from '../../../src-main/services/exchange/docx/write';
import { jpegWith } from '../../support/pictures';
import { sharedFile, withoutShared } from '../../support/shared';
import { exchangeItem, plain, runs, zone } from '../domain/exchange/items';

const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';
const { nodes } = takeSchema;

async function back(item: ExchangeItem): Promise<ExchangeItem> {
  const read = await readAny(await writeDocx(item, uri, zone), 'a.docx', zone);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.format).toBe('docx');
  return read.value.items[0]!.item;
}

/** The words of each take in order: what Word can merge or split are quotes and lists that adjoin. */
function words(item: ExchangeItem) {
  return item.takes.map(({ document }) => {
    const texts: string[] = [];
    document.descendants((node) => {
      if (node.isTextblock && node.textContent.trim() !== '') texts.push(node.textContent);
      return !node.isTextblock;
    });
    return texts.join(' ').replace(/\s+/g, ' ');
  });
}

describe('Word documents', () => {
  it('come back with every word and everything that is known', async () => {
    await fc.assert(
      fc.asyncProperty(exchangeItem, async (given) => {
        const item = { ...given, version: given.version ?? given.takes.length };
        const read = await back(item);
        expect(words(read)).toEqual(words(item));
        const facts = ({ takes, ...rest }: Record<string, unknown>) => ({
          ...rest,
          takes: (takes as { document: unknown }[]).map(({ document: _, ...take }) => take),
        });
        expect(facts(plain(read))).toEqual(facts(plain(item)));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  it('keep blocks, emphasis, links, lists and photos', async () => {
    const { emphasis, strong, link } = takeSchema.marks;
    const text = (value: string) => takeSchema.text(value);
    const paragraph = nodes.paragraph.create(null, [
      text('Le pont '),
      takeSchema.text('fermé', [strong.create()]),
      text(' et '),
      takeSchema.text('fissuré', [emphasis.create()]),
      text(', '),
      takeSchema.text('voir', [link.create({ href: 'https://example.org/?a=1&b=2' })]),
    ]);
    const document = nodes.doc.create(null, [
      nodes.headline.create(null, text('Un pont')),
      nodes.photo.create({ alt: 'Un pont de pierre' }, [
        nodes.caption.create(null, text('Le pont')),
        nodes.credit.create(null, text('OAP/X')),
      ]),
      nodes.lead.create(null, text('Le chapô.')),
      paragraph,
      nodes.crosshead.create(null, text('Une fissure')),
      nodes.quote.create(null, [
        nodes.paragraph.create(null, text('Je l’ai vue.')),
        nodes.attribution.create(null, text('Zoé Lefèvre')),
      ]),
      nodes.quote.create(null, nodes.paragraph.create(null, text('Moi aussi.'))),
      tableNode(
        [
          [[text('Pont')], [text('Passages')]],
          [[takeSchema.text('Orbaz', [strong.create()])], null],
        ],
        true,
      ),
      tableNode([[[text('Une seule')]], [[text('colonne')]]], false),
      nodes.bullet_list.create(null, [
        nodes.list_item.create(null, nodes.paragraph.create(null, text('un'))),
        nodes.list_item.create(null, nodes.paragraph.create(null, text('deux'))),
      ]),
      nodes.paragraph.create(null, text('Puis :')),
      nodes.ordered_list.create(null, [
        nodes.list_item.create(null, nodes.paragraph.create(null, text('premier'))),
      ]),
      nodes.separator.create(),
      nodes.paragraph.create(null, text('Fin.')),
      nodes.signoff.create(null, text('atl/mbr')),
    ]);
    const item = normalItem({
      ...fc.sample(exchangeItem, { numRuns: 1, seed: 1 })[0]!,
      takes: [
        {
          kind: 'report',
          stamp: { precision: 'unknown' },
          label: 'Publié',
          advisoryLine: '',
          author: '',
          carries: { of: 'nothing' },
          document,
        },
      ],
    });
    expect(plain(await back(item))['takes']).toEqual(plain(item)['takes']);
  });

  it('that are damaged, or other ZIPs, are refused', async () => {
    const [item] = fc.sample(exchangeItem, { numRuns: 1, seed: 2 });
    const bytes = await writeDocx(item!, uri, zone);
    for (const broken of [bytes.subarray(0, 900), bytes.subarray(0, bytes.length - 40)]) {
      expect(await readAny(broken, 'a.docx', zone)).toMatchObject({
        ok: false,
        error: { code: 'binary', looksLike: 'zip' },
      });
    }
  });
});

describe('photos', () => {
  const photo = sharedFile(
    'standards',
    'iptc-photo',
    'reference-image',
    'IPTC-PhotometadataRef-Std2017.1.jpg',
  );

  it.skipIf(photo === null)(`give what is written in them (or ${withoutShared})`, async () => {
    const read = await readAny(photo!, 'photo.jpg', zone);
    if (!read.ok) throw new Error(read.error.code);
    const take = read.value.items[0]!.item.takes[0]!;
    const [headline, block] = take.document.children;
    expect(headline?.textContent).toBe('The Headline (ref2017.1)');
    expect(block?.child(0).textContent).toContain('The description aka caption');
    expect(block?.child(1).textContent).toContain('Credit Line');
    expect(read.value.items[0]?.item.place).toContain('City');
  });

  it.each([
    ['photo-without-words', jpegWith()],
    ['photo-broken', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])],
  ])('that say nothing are refused as %s', async (code, bytes) => {
    expect(await readAny(bytes, 'photo.jpg', zone)).toEqual({ ok: false, error: { code } });
  });
});
