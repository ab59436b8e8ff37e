import Ajv from 'ajv-draft-04';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import type { DispatchModel } from '../../../src-main/contract/models';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, testId } from '../../support/archives';
import { sharedPath, withoutShared } from '../../support/shared';
import { nodeOf } from '../../support/texts';

const twins = `Publié le 2 mai 2017, 21:14

Washington réagit 😀

La Maison blanche a réagi mardi, a dit la Maison Blanche. Le Kremlin a répondu à la Maison blanche.

atl/mbr
`;

let archive: Archive;
let services: Services;
let last = 500;

function open(): { archive: Archive; services: Services } {
  const opened = archiveInProcess();
  const context = {
    archive: opened,
    readText: readInThisThread,
    now: () => 7_000_000,
    newId: () => testId((last += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  };
  return { archive: opened, services: createServices(context) };
}

beforeEach(() => {
  ({ archive, services } = open());
});

async function imported(on: Services, text: string): Promise<DispatchModel> {
  const report = await on.imports.run([sourceOfText('a.txt', text)]);
  const outcome = report.items[0]?.outcome;
  if (outcome?.is !== 'added') throw new Error('It was not added.');
  return must(await on.dispatches.get({ id: outcome.dispatchId }));
}

function textOf({ takes }: DispatchModel): string {
  return takes[0] === undefined ? '' : canonicalText(nodeOf(takes[0].document));
}

/** A note on the given occurrence of words. */
async function noteOn(dispatch: DispatchModel, words: string, occurrence = 0, body = 'Vérifier.') {
  const text = textOf(dispatch);
  let start = -1;
  for (let found = 0; found <= occurrence; found += 1) start = text.indexOf(words, start + 1);
  const note = await services.annotations.create({
    dispatchId: dispatch.id,
    target: { on: 'take', id: dispatch.takes[0]?.id ?? '' },
    anchor: makeAnchor(text, start, start + words.length),
    kind: 'legal',
    body,
    author: 'mbr',
    addressee: 'cau',
    links: [dispatch.id],
  });
  return must(note);
}

async function exported(dispatch: DispatchModel): Promise<string> {
  return must(await services.annotations.exportNotes(dispatch.id)).text;
}

/** What must hold of a note wherever it goes. */
function essence(dispatch: DispatchModel) {
  return dispatch.notes.map(
    ({ anchor, part, kind, body, author, addressee, state, replies, events, target }) => ({
      on: target.on,
      anchor: anchor === null ? null : [anchor.exact, anchor.start, anchor.end],
      part,
      kind,
      body,
      author,
      addressee,
      state,
      replies: replies.map((reply) => [reply.author, reply.body, reply.createdAt]),
      events,
    }),
  );
}

describe('notes that go into another archive', () => {
  it('stand on the same words there, twins or not, with all that became of them', async () => {
    const dispatch = await imported(services, twins);
    const first = await noteOn(dispatch, 'Maison blanche');
    await noteOn(dispatch, 'Maison blanche', 1, '<script>alert(1)</script> & <b>gras</b>');
    await noteOn(dispatch, 'Maison Blanche');
    must(await services.annotations.reply({ noteId: first.id, body: 'Oui.', author: 'cau' }));
    must(
      await services.annotations.setState({ noteId: first.id, state: 'resolved', author: 'cau' }),
    );
    must(
      await services.annotations.create({
        dispatchId: dispatch.id,
        target: { on: 'dispatch', id: dispatch.id },
        anchor: null,
        kind: 'comment',
        body: 'Sur tout.',
        author: '',
      }),
    );
    const before = must(await services.dispatches.get({ id: dispatch.id }));
    const file = await exported(dispatch);
    const other = open().services;
    const there = await imported(other, twins);
    expect(must(await other.annotations.importNotes(there.id, file))).toEqual({
      added: 4,
      unchanged: 0,
      withoutWords: 0,
    });
    const after = must(await other.dispatches.get({ id: there.id }));
    expect(essence(after)).toEqual(essence(before));
    expect(must(await other.annotations.importNotes(there.id, file))).toMatchObject({
      added: 0,
      unchanged: 4,
    });
    // Notes are searchable like text there too.
    expect(
      must(
        await other.search.query({
          text: 'note:gras ',
          asOf: null,
          sort: 'date',
          after: null,
          limit: 5,
        }),
      ).hits,
    ).toHaveLength(1);
  });

  it('find their words in a text that changed, or wait without', async () => {
    const dispatch = await imported(services, twins);
    await noteOn(dispatch, 'Le Kremlin');
    await noteOn(dispatch, 'réagi mardi');
    const file = await exported(dispatch);
    const other = open().services;
    const changed = twins.replace('a réagi mardi', 'a parlé').replace('Washington', 'Paris');
    const there = await imported(other, changed);
    expect(must(await other.annotations.importNotes(there.id, file))).toMatchObject({
      added: 2,
      withoutWords: 1,
    });
    const [kremlin, lost] = must(await other.dispatches.get({ id: there.id })).notes;
    expect(kremlin?.anchor?.start).toBe(textOf(there).indexOf('Le Kremlin'));
    expect(lost?.anchor?.exact).toBe('réagi mardi');
  });
});

describe('files that cannot be taken', () => {
  const cases = async (): Promise<readonly (readonly [string, string])[]> => {
    const dispatch = await imported(services, twins);
    await noteOn(dispatch, 'Le Kremlin');
    const file = await exported(dispatch);
    const page = JSON.parse(file) as { items: { id: string; target: unknown; body: unknown }[] };
    const [item] = page.items;
    if (item === undefined) throw new Error('There is a note.');
    const long = {
      ...page,
      items: [{ ...item, body: { type: 'TextualBody', value: 'x'.repeat(10_000_000) } }],
    };
    const circle = [
      { ...item, id: 'urn:a', target: 'urn:b' },
      { ...item, id: 'urn:b', target: 'urn:a' },
    ];
    return [
      ['{ "not json', 'annotations-unreadable'],
      ['{"type":"Person"}', 'annotations-none'],
      ['[]', 'annotations-none'],
      [JSON.stringify(long), 'annotation-body-too-long'],
      [JSON.stringify({ ...page, items: circle }), 'annotation-thread-cyclic'],
    ];
  };

  it('are refused whole, each with its reason', async () => {
    for (const [file, reason] of await cases()) {
      const { services: fresh } = open();
      const there = await imported(fresh, twins);
      const refused = await fresh.annotations.importNotes(there.id, file);
      expect(refused).toMatchObject({ ok: false, error: { code: 'validation', reason } });
      expect(must(await fresh.dispatches.get({ id: there.id })).notes).toEqual([]);
    }
  });

  it('of another dispatch are refused too', async () => {
    const dispatch = await imported(services, twins);
    await noteOn(dispatch, 'Le Kremlin');
    const other = await imported(
      services,
      'Publié\n\nUn pont rouvre\n\nLe pont a rouvert jeudi matin.\n\natl/mbr\n',
    );
    const refused = await services.annotations.importNotes(other.id, await exported(dispatch));
    expect(refused).toMatchObject({ error: { reason: 'annotations-of-another-dispatch' } });
  });

  it('made elsewhere are read as far as the model goes', async () => {
    const dispatch = await imported(services, twins);
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://example.org/anno1',
      type: 'Annotation',
      motivation: 'questioning',
      creator: { type: 'Person', name: 'A. Reader' },
      bodyValue: 'Sûr ?',
      target: {
        source: 'http://example.org/page1',
        selector: { type: 'TextQuoteSelector', exact: 'Le Kremlin' },
      },
    };
    must(await services.annotations.importNotes(dispatch.id, JSON.stringify(foreign)));
    const [note] = must(await services.dispatches.get({ id: dispatch.id })).notes;
    expect(note).toMatchObject({ kind: 'query', author: 'A. Reader', body: 'Sûr ?' });
    expect(note?.anchor?.start).toBe(textOf(dispatch).indexOf('Le Kremlin'));
  });

  it('stay in the archive while an embargo holds', async () => {
    const dispatch = await imported(services, twins);
    await noteOn(dispatch, 'Le Kremlin');
    const until = { instant: 8_000_000, zone: 'Europe/Paris' };
    must(await services.publishing.setEmbargo({ id: dispatch.id, until, reason: '', author: '' }));
    expect(await services.annotations.exportNotes(dispatch.id)).toMatchObject({
      error: { code: 'embargoed' },
    });
    expect(archive.access.is).toBe('write');
  });
});

type W3cSchema = { readonly assertionType?: string; readonly expectedResult?: string };

/** The schemas of a folder and those below it. */
function schemasIn(folder: string): readonly (readonly [string, W3cSchema])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [path.basename(name), readFileSync(path.join(folder, name), 'utf8')] as const)
    .map(([name, json]) => [name, JSON.parse(json) as W3cSchema]);
}

describe('what is written', () => {
  const folder = sharedPath('standards', 'web-annotation');

  it.skipIf(folder === null)(
    `is valid by every MUST of the W3C's schemas (or ${withoutShared})`,
    async () => {
      const dispatch = await imported(services, twins);
      const note = await noteOn(dispatch, 'Maison blanche', 1);
      must(await services.annotations.reply({ noteId: note.id, body: 'Oui.', author: 'cau' }));
      const page = JSON.parse(await exported(dispatch)) as { items: unknown[] };
      expect(page.items).toHaveLength(2);
      const base = folder ?? '';
      // Formats are for whoever publishes addresses: the schemas' shapes are what is checked.
      const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
      for (const [name, schema] of schemasIn(path.join(base, 'definitions'))) {
        ajv.addSchema(schema, name);
      }
      const musts = schemasIn(path.join(base, 'annotations')).filter(
        ([, { assertionType }]) => assertionType === 'must',
      );
      expect(musts.length).toBeGreaterThan(40);
      for (const [name, schema] of musts) {
        const validate = ajv.compile(schema);
        for (const item of page.items) {
          expect([name, validate(item)]).toEqual([name, schema.expectedResult !== 'invalid']);
        }
      }
    },
  );
});
