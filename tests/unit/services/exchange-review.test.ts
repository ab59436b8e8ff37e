import * as fc from 'fast-check';
import { ZipFile } from 'yazl';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import type { DocumentJson } from '../../../src-main/domain/document/json';
import { parseDocument, toJson } from '../../../src-main/domain/document/node';
import type { ExchangeItem } from '../../../src-main/domain/exchange/item';
import { plainItem, plainTake } from '../../../src-main/domain/exchange/item';
import { normalDocument } from '../../../src-main/domain/exchange/markup/normal';
import { asBase, baseOf, withoutSuggestions } from '../../../src-main/domain/suggest/base';
import { suggestionsOf } from '../../../src-main/domain/suggest/suggestions';
import { createServices, type Services } from '../../../src-main/services';
import { writeDocx } from '../../../src-main/services/exchange/docx/write';
import { readAny } from '../../../src-main/services/exchange/read-any';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText, sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import {
  archiveInProcess,
  must,
  newArchiveFile,
  temporaryFolder,
  testId,
} from '../../support/archives';
import { nodeOf } from '../../support/texts';
import { exchangeItem, runs, zone } from '../domain/exchange/items';

const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';

async function back(bytes: Uint8Array): Promise<ExchangeItem> {
  const read = await readAny(bytes, 'a.docx', zone);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.items[0]!.item;
}

/** What an empty style-less take of other words may differ in: quotes and lists that adjoin. */
const wordsOf = (json: unknown): string => {
  const parsed = parseDocument(json);
  if (!parsed.ok) throw new Error('No document.');
  return canonicalText(parsed.value).replaceAll(/\s+/g, ' ').trim();
};

let ids = 0;

function services(): Services {
  return createServices({
    archive: archiveInProcess(newArchiveFile()),
    readText: readInThisThread,
    now: () => Date.UTC(2026, 0, 1),
    newId: () => testId((ids += 1)),
    zone: () => zone,
    changed: () => undefined,
  });
}

beforeEach(() => {
  ids = 0;
});

describe('suggestions', () => {
  it('of any kind go out as tracked changes and come back', async () => {
    const both = fc
      .tuple(exchangeItem, exchangeItem)
      .map(([a, b]) => [a.takes[0]!.document, b.takes[0]!.document] as const)
      .filter(([base]) => canonicalText(base).trim() !== '');
    await fc.assert(
      fc.asyncProperty(both, async ([base, now]) => {
        const draft = now.type.create({ suggestedOn: asBase(base), suggestedBy: [] }, now.content);
        if (suggestionsOf(draft).length === 0) return;
        const suggested = { take: 1, document: toJson(draft) };
        const item = plainItem([plainTake(base)], { suggested });
        const read = await back(await writeDocx(item, uri, zone));
        expect(wordsOf(toJson(read.takes[0]!.document))).toBe(
          wordsOf(toJson(normalDocument(base))),
        );
        const proposed =
          read.suggested === undefined
            ? wordsOf(toJson(read.takes[0]!.document))
            : wordsOf(toJson(withoutSuggestions(nodeOf(read.suggested.document))));
        expect(proposed).toBe(wordsOf(toJson(normalDocument(now))));
      }),
      { numRuns: Math.ceil(runs / 3), endOnFailure: true },
    );
  });
});

describe('a dispatch under discussion', () => {
  async function discussed(desk: Services) {
    const text =
      'Publié\n\nUn pont fermé\n\nLe pont est fermé [AFP - X]\n\nLe pont de Valdane est fermé. Le pont rouvrira.\n\natl/mbr\n';
    const report = await desk.imports.run([sourceOfText('a', text)]);
    const outcome = report.items[0]!.outcome;
    const id = outcome.is === 'added' ? outcome.dispatchId : '';
    const [take] = must(await desk.dispatches.get({ id })).takes;
    const words = canonicalText(nodeOf(take!.document));
    const target = { on: 'take', id: take!.id } as const;
    const on = words.indexOf('Le pont rouvrira');
    const common = {
      dispatchId: id,
      author: 'mbr',
      addressee: '',

      part: 'words',
    } as const;
    const note = must(
      await desk.annotations.create({
        ...common,
        target,
        addressee: 'atl',
        anchor: makeAnchor(words, on, on + 'Le pont'.length),
        kind: 'fact-check',
        body: 'Quand ?\nLe préfet dit mardi.',
      }),
    );
    must(await desk.annotations.reply({ noteId: note.id, body: 'Mardi.', author: 'atl' }));
    must(await desk.annotations.setState({ noteId: note.id, state: 'resolved', author: 'atl' }));
    must(
      await desk.annotations.create({
        ...common,
        target,
        anchor: null,
        kind: 'style',
        body: 'Court.',
      }),
    );
    return { id, words };
  }

  it('comes back from Word with its notes, answers and suggestions', async () => {
    const desk = services();
    const { id } = await discussed(desk);
    const folder = temporaryFolder();
    must(
      await desk.exports.run({
        scope: { of: 'dispatches', ids: [id] },
        format: 'docx',
        path: folder,
      }),
    );
    const elsewhere = services();
    const report = await elsewhere.imports.run(await sourcesOfPaths([folder]));
    // Its notes lie beside it as Web Annotations too.
    const added = report.items.find(({ outcome }) => outcome.is === 'added')!.outcome;
    const there = must(
      await elsewhere.dispatches.get({ id: added.is === 'added' ? added.dispatchId : '' }),
    );
    const plain = ({ notes }: typeof there) =>
      notes.map(({ anchor, kind, body, author, addressee, state, replies }) => ({
        anchor,
        kind,
        body,
        author,
        addressee,
        state,
        replies: replies.map((reply) => [reply.author, reply.body]),
      }));
    expect(plain(there)).toEqual(plain(must(await desk.dispatches.get({ id }))));
    expect(there.notes).toHaveLength(2);
    // Here nothing is new.
    expect(await desk.imports.run(await sourcesOfPaths([folder]))).toMatchObject({ unchanged: 2 });
  });

  it('gets what a colleague says and changes in Word', async () => {
    const desk = services();
    const { id, words } = await discussed(desk);
    const dispatch = must(await desk.dispatches.get({ id }));
    const base = nodeOf(dispatch.takes[0]!.document);
    const now = nodeOf(
      JSON.parse(
        JSON.stringify(dispatch.takes[0]!.document).replace('rouvrira', 'rouvrira mardi'),
      ) as DocumentJson,
    );
    const draft = now.type.create(
      { suggestedOn: asBase(base), suggestedBy: [{ from: 0, to: 1, by: 'cau', at: 1_000 }] },
      now.content,
    );
    const at = words.indexOf('Valdane');
    const item = plainItem([plainTake(base)], {
      guid: `urn:uuid:${id}`,
      suggested: { take: 1, document: toJson(draft) },
      notes: [
        {
          take: 1,
          anchor: makeAnchor(words, at, at + 7),
          part: 'words',
          kind: 'comment',
          body: 'Orthographe ?',
          author: 'Claire Aubry',
          addressee: '',
          state: 'open',
          createdAt: 1_000,
          replies: [],
        },
      ],
    });
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.docx'), await writeDocx(item, `urn:uuid:${id}`, zone));
    const run = async () => desk.imports.run(await sourcesOfPaths([folder]));
    expect((await run()).items[0]!.outcome).toMatchObject({ is: 'updated', takes: 0 });
    const after = must(await desk.dispatches.get({ id }));
    expect(after.takes).toHaveLength(1);
    expect(after.notes.map(({ body }) => body)).toContain('Orthographe ?');
    const proposed = nodeOf(after.draft!.document);
    expect(baseOf(proposed)?.eq(base)).toBe(true);
    expect(suggestionsOf(proposed).map(({ removed, added, by }) => [removed, added, by])).toEqual([
      ['', ' mardi', ['cau']],
    ]);
    expect((await run()).items[0]!.outcome).toMatchObject({ is: 'unchanged' });
  });
});

describe('a document made in Word', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const who = 'w:id="1" w:author="Claire Aubry-Delmas" w:date="2017-05-02T21:14:00Z"';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  async function word(body: string, comments: string): Promise<Uint8Array> {
    const zip = new ZipFile();
    const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name);
    add(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
    );
    add(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    );
    add('word/document.xml', `<w:document ${w}><w:body>${body}</w:body></w:document>`);
    add('word/comments.xml', `<w:comments ${w}>${comments}</w:comments>`);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    return new Uint8Array(Buffer.concat(pieces));
  }
  const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it('gives its text before the changes, the changes, and its comments', async () => {
    const title = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${t('Un pont')}</w:p>`;
    const body = `${title}<w:p>${t('Le pont ')}<w:del ${who}><w:r><w:delText>est fermé</w:delText></w:r></w:del><w:ins ${who}>${t('a rouvert')}</w:ins>${t(', dit ')}<w:commentRangeStart w:id="7"/>${t('le maire')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${t('.')}</w:p>
      <w:p><w:pPr><w:rPr><w:ins ${who}/></w:rPr></w:pPr><w:ins ${who}>${t('Un paragraphe de plus.')}</w:ins></w:p><w:p>${t('Fin.')}</w:p>`;
    const comment = `<w:comment w:id="7" w:author="Claire Aubry" w:date="2017-05-02T21:14:00Z"><w:p>${t('Lequel ?')}</w:p></w:comment>`;
    const item = await back(await word(body, comment));
    const text = canonicalText(item.takes[0]!.document);
    expect(text).toContain('Le pont est fermé, dit le maire.\nFin.');
    const proposed = nodeOf(item.suggested!.document);
    expect(canonicalText(proposed)).toContain(
      'Le pont a rouvert, dit le maire.\nUn paragraphe de plus.\nFin.',
    );
    expect(suggestionsOf(proposed)[0]?.by).toEqual(['CAD']);
    expect(item.notes).toMatchObject([
      {
        take: 1,
        anchor: { exact: 'le maire' },
        body: 'Lequel ?',
        author: 'Claire Aubry',
        createdAt: Date.UTC(2017, 4, 2, 21, 14),
      },
    ]);
    expect(text.slice(item.notes![0]!.anchor!.start)).toMatch(/^le maire\./);
  });

  it('of which all is inserted is taken as it reads', async () => {
    const item = await back(
      await word(`<w:p><w:ins ${who}>${t('Tout est nouveau.')}</w:ins></w:p>`, ''),
    );
    expect(canonicalText(item.takes[0]!.document)).toContain('Tout est nouveau.');
    expect(item.suggested).toBeUndefined();
  });
});
