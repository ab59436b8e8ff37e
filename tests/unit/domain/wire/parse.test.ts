import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentParts, type DocumentParts } from '@domain/document/build';
import { datelineOf } from '@domain/wire/dateline';
import { decodeBytes } from '@domain/wire/decode';
import { detectLanguage } from '@domain/wire/language';
import { parseWire, type WireDispatch } from '@domain/wire/parse';
import { printWire } from '@domain/wire/print';

const zone = 'Europe/Zurich';
const root = path.resolve(import.meta.dirname, '../../../..');
const seed = path.join(root, '../shared/seed/dispatch.txt');
const samples = path.join(root, 'resources/samples');

function read(text: string): WireDispatch {
  const parsed = parseWire(text, { zone });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function readFile(file: string): { readonly text: string; readonly dispatch: WireDispatch } {
  const decoded = decodeBytes(readFileSync(file));
  if (!decoded.ok) throw new Error(decoded.error.code);
  expect(decoded.value.repairs).toEqual([]);
  return { text: decoded.value.text, dispatch: read(decoded.value.text) };
}

function partsOf(dispatch: WireDispatch): readonly DocumentParts[] {
  return dispatch.takes.map((take) => documentParts(take.document));
}

/** `type: text` of each block of the first take. */
function blocksOf(text: string): readonly string[] {
  const [first] = partsOf(read(text));
  return (first?.blocks ?? []).map((block) => {
    switch (block.type) {
      case 'photo':
        return `photo: ${block.caption} | ${block.credit}`;
      case 'separator':
        return 'separator';
      case 'quote':
        return `quote: ${[...block.paragraphs, ...(block.attribution === undefined ? [] : [`by ${block.attribution}`])].join(' | ')}`;
      case 'table':
        return `table${block.header ? ' with names' : ''}: ${block.rows.map((row) => row.join(', ')).join(' | ')}`;
      case 'list':
        return `${block.ordered ? 'numbers' : 'bullets'}: ${block.items.join(' | ')}`;
      default:
        return `${block.type}: ${block.text}`;
    }
  });
}

function codesOf(text: string): readonly string[] {
  return read(text).repairs.map(({ code, line, detail }) =>
    [code, line ?? '-', detail ?? ''].join(' ').trim(),
  );
}

const hasSeed = existsSync(seed);
test.skipIf(!hasSeed)(hasSeed ? 'the seed' : 'the seed (skipped: ../shared not there)', () => {
  const { text, dispatch } = readFile(seed);
  expect(dispatch.language).toBe('fr');
  expect(dispatch.takes.map(({ kind, label, stamp }) => [kind, label, stamp.precision])).toEqual([
    ['report', 'Publié', 'unknown'],
    ['update', 'Publié', 'unknown'],
  ]);
  const [report, update] = partsOf(dispatch);
  expect(report?.headline).toBe(
    'Première discussion Trump-Poutine depuis les raids américains en Syrie',
  );
  expect(report?.blocks.map((block) => block.type)).toEqual([
    'photo',
    'lead',
    'paragraph',
    'paragraph',
    'paragraph',
    'crosshead',
    'paragraph',
    'paragraph',
  ]);
  const [photo, lead] = blocksOf(text);
  expect(photo).toMatch(
    /^photo: Vladimir Poutine et Donald Trump .* en janvier\. \| REUTERS - Ivan Sekretarev\/Lucas Jackson$/,
  );
  expect(lead).toMatch(/^lead: Les dirigeants américain et russe/);
  expect(report?.blocks[5]).toMatchObject({ text: 'Appel à la retenue en Corée du Nord' });
  expect(report?.signoff).toBe('reuters/ptur');
  expect(update?.headline).toBe(
    'Les deux chefs d\'Etat "favorables" à une rencontre au G20 en juillet',
  );
  expect(update?.blocks.map((block) => block.type)).toEqual(['paragraph']);
  expect(update?.signoff).toBe('');
  expect(dispatch.repairs.map(({ code, line }) => [code, line])).toEqual([['doubled-caption', 6]]);
});

describe('the sample dispatches', () => {
  const files = readdirSync(samples).filter((name) => name.endsWith('.txt'));

  test('are seven', () => {
    expect(files).toHaveLength(7);
  });

  test.each(files)('%s reads without repairs and prints as it is', (name) => {
    const { text, dispatch } = readFile(path.join(samples, name));
    expect(dispatch.repairs).toEqual([]);
    expect(dispatch.language).toBe(/^0[56]/.test(name) ? 'en' : 'fr');
    expect(printWire(dispatch.takes, { language: dispatch.language, zone })).toBe(text);
    for (const parts of partsOf(dispatch)) {
      expect(parts.headline).not.toBe('');
      expect(parts.signoff).not.toBe('');
    }
  });

  test('show a correction and takes of unknown time', () => {
    const kinds = files.map((name) =>
      readFile(path.join(samples, name)).dispatch.takes.map((take) => take.kind),
    );
    expect(kinds.flat()).toContain('correction');
    expect(kinds.every(([first]) => first === 'report')).toBe(true);
  });
});

const body = 'Une phrase qui se termine comme il faut.';

describe('roles', () => {
  test('headline, photo, lead, crosshead, paragraphs, sign-off', () => {
    const text = `Titre\nLégende [A]\n${body}\nIntertitre\n${body}\natl/mbr`;
    expect(blocksOf(text)).toEqual([
      'photo: Légende | A',
      `lead: ${body}`,
      'crosshead: Intertitre',
      `paragraph: ${body}`,
    ]);
    expect(partsOf(read(text))[0]).toMatchObject({ headline: 'Titre', signoff: 'atl/mbr' });
  });

  test.each([
    ['short lines in a row', `T\n${body}\nSuisse 2\nFrance 1\n${body}`, 'crosshead', false],
    ['a short last line', `T\n${body}\nFin du texte`, 'crosshead', false],
    ['a short first line', `T\nTout court\n${body}`, 'crosshead', false],
    ['a short question', `T\n${body}\nEt après ?\n${body}`, 'crosshead', false],
    ['a line in lower case', `T\n${body}\net puis\n${body}`, 'crosshead', false],
    ['a line between dashes', `T\n${body}\n- Et après ? -\n${body}`, 'crosshead: Et après ?', true],
  ])('%s', (_name, text, wanted, isThere) => {
    expect(blocksOf(text).some((block) => block.startsWith(wanted))).toBe(isThere);
  });

  test('lists, quotes, separators', () => {
    const text = `T\n${body}\n• un\n• deux\n1. a\n2. b\n> dit\n> redit\n* * *\n${body}`;
    expect(blocksOf(text).slice(1)).toEqual([
      'bullets: un | deux',
      'numbers: a | b',
      'quote: dit | redit',
      'separator',
      `paragraph: ${body}`,
    ]);
  });

  test('who is quoted, and tables with their names of columns', () => {
    const quoted = '> dit\n> — Zoé Lefèvre, pontonnière\n> redit\n> — Max';
    const table = '| Pont | Passages |\n| --- | --- |\n| Orbaz \\| aval | 1 204 |\n| | 3 |';
    const plain = '| a \\ |\n| b\\\\| |';
    const text = `T\n${body}\n${quoted}\n${body}\n${table}\n${plain}\n> — Max\n|\n${body}`;
    expect(blocksOf(text).slice(1)).toEqual([
      'quote: dit | by Zoé Lefèvre, pontonnière',
      'quote: redit | by Max',
      `paragraph: ${body}`,
      'table with names: Pont, Passages | Orbaz | aval, 1 204 | , 3',
      'table: a \\ | b\\|',
      'quote: — Max',
      'paragraph: |',
      `paragraph: ${body}`,
    ]);
  });

  test('a single dash or number opens a paragraph', () => {
    expect(blocksOf(`T\n${body}\n- Oui, dit-il.\n${body}\n2. Non.`).slice(1)).toEqual([
      'paragraph: - Oui, dit-il.',
      `paragraph: ${body}`,
      'paragraph: 2. Non.',
    ]);
  });

  test.each(['« Rien », dit-il [sic]', 'Il a signé [NDLR: mardi]', 'Fin de citation […]'])(
    '%s has no credit',
    (line) => {
      expect(blocksOf(`T\n${body}\n${line}`)).toContain(`paragraph: ${line}`);
    },
  );

  test('a caption that would print as a list item has no credit', () => {
    expect(blocksOf(`T\n${body}\n1.[AFP]`)).toContain('paragraph: 1.[AFP]');
  });

  test.each([
    ['CORRECTION : le prénom', 'correction'],
    ['Annulation du concert', 'update'],
    ['KILL - do not use', 'kill'],
    ['Avis aux rédactions', 'advisory'],
    ['Autre chose', 'update'],
  ])('%s heads a %s', (head, kind) => {
    expect(read(`Publié\nT\n${body}\nPublié\n${head}\n${body}`).takes[1]?.kind).toBe(kind);
  });

  test('two stamp lines together are one head', () => {
    const { takes } = read(`Publié\nMis à jour le 2 mai 2017, 21:14\n\nT\n\n${body}`);
    expect(takes).toHaveLength(1);
    expect(takes[0]).toMatchObject({
      kind: 'report',
      label: 'Publié\nMis à jour le 2 mai 2017, 21:14',
      stamp: { precision: 'minute' },
    });
  });
});

describe('wrapped text', () => {
  const wrapped = [
    'Talks resume',
    '',
    'The two leaders agreed on Tuesday that all of the',
    'parties must do everything that they can to end',
    'the violence in the north of the country.',
    '  The Kremlin called the talks “constructive” and',
    'said that a meeting would be held in July.',
    '',
    'nl/rab',
  ].join('\n');

  test('is joined up to blank lines and indents', () => {
    expect(blocksOf(wrapped)).toEqual([
      'lead: The two leaders agreed on Tuesday that all of the parties must do everything that ' +
        'they can to end the violence in the north of the country.',
      'paragraph: The Kremlin called the talks “constructive” and said that a meeting would be ' +
        'held in July.',
    ]);
    expect(codesOf(wrapped)).toEqual(['missing-stamp-line 1', 'joined-lines 4 3']);
  });

  test('is not mistaken for lines that are short for reasons of their own', () => {
    const poem =
      'Titre\nUn vers.\nUn autre vers, plus long.\nUn vers.\nEt encore un.\nFin du jour.';
    expect(blocksOf(poem)).toHaveLength(5);
  });
});

describe('repairs', () => {
  test.each([
    ['doubled captions', `Publié\nT\nC [A]\nC - [A]\n${body}`, ['doubled-caption 4 C - [A]']],
    ['captions again', `Publié\nT\nC [A]\nC\n${body}`, ['doubled-caption 4 C']],
    ['a dash before the credit', `Publié\nT\nC - [A]\n${body}`, ['caption-dash 3 -']],
    ['crossheads between dashes', `Publié\nT\n${body}\n- X -\n${body}`, ['crosshead-dashes 4 --']],
    ['other bullets', `Publié\nT\n${body}\n- a\n- b`, ['list-marker 4 -', 'list-marker 5 -']],
    ['other rules', `Publié\nT\n${body}\n-----\n${body}`, ['rule-line 4 -----']],
    ['blank lines', `Publié\n\n\nT\n\n${body}\n\n\n\n`, ['blank-lines 3 1']],
    ['spaces at the ends of lines', `Publié \nT\n${body}\t`, ['trailing-space 1 2']],
    ['no stamp line', `T\n${body}`, ['missing-stamp-line 1']],
    ['no headline', `Publié\n${body}`, ['missing-headline 2']],
    ['a stamp line with no text', `Publié\nT\n${body}\nPublié`, ['empty-take 4']],
    ['line ends', `Publié\r\nT\r\n${body}`, ['line-endings - 2']],
  ])('%s', (_name, text, expected) => {
    expect(codesOf(text)).toEqual(expected);
  });

  test('texts without text are refused', () => {
    expect(parseWire(' \n\u00A0\n', { zone })).toEqual({ ok: false, error: { code: 'empty' } });
    expect(parseWire('Publié\n\nPublié', { zone })).toEqual({
      ok: false,
      error: { code: 'no-text' },
    });
  });
});

test.each([
  ['Les dirigeants ont convenu de la trêve', 'fr'],
  ['The leaders have agreed to the truce', 'en'],
  ['Trump, Macron et Le Pen at the summit of the G20', 'en'],
  ['Élysée', 'fr'],
  ['2017', 'fr'],
])('%j is in %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

describe('what agencies put at the head', () => {
  const read = (text: string) => {
    const parsed = parseWire(text, { zone: 'Europe/Paris' });
    if (!parsed.ok) throw new Error(parsed.error.code);
    return parsed.value.takes.map(({ kind, label, document }) => ({
      kind,
      label,
      ...documentParts(document),
    }));
  };

  test.each([
    ['URGENT', 'report'],
    ['FLASH', 'report'],
    ['(Lead)', 'report'],
    ['(2nd take)', 'report'],
    ['(3e prise)', 'report'],
    ['(1er lead)', 'report'],
    ['Published 21:14 GMT', 'report'],
    ['Updated', 'report'],
  ])('%s is no headline', (head, kind) => {
    expect(read(`${head}\n\nUn titre\n\nLe texte.\n`)).toMatchObject([
      { kind, label: head, headline: 'Un titre', blocks: [{ type: 'lead', text: 'Le texte.' }] },
    ]);
  });

  test('begins a take of its kind, and goes with what stands beside it', () => {
    const takes = read(
      'Publié le 2 mai 2017, 21:14\n(Lead)\n\nUn titre\n\nLe texte.\n\nCORRECTION\n\nUn titre\n(2e prise)\n\nLe texte juste.\n\nMis à jour à 21h14\n\nPlus.\n',
    );
    expect(takes.map(({ kind, label }) => [kind, label])).toEqual([
      ['report', 'Publié le 2 mai 2017, 21:14\n(Lead)'],
      ['correction', 'CORRECTION\n(2e prise)'],
      ['update', 'Mis à jour à 21h14'],
    ]);
  });

  test('stays a paragraph in the middle of a text', () => {
    const [take] = read('Publié\n\nUn titre\n\nLe texte.\n\n(Lead)\n\nLa suite.\n');
    expect(take?.blocks.map((block) => ('text' in block ? block.text : ''))).toContain('(Lead)');
  });

  test.each(['(Crédit : OAP/X)', '(Credit: OAP/X)', '(crédits\u00A0: OAP/X)', '[OAP/X]'])(
    'a caption may end with %s',
    (credit) => {
      const [take] = read(`Publié\n\nUn titre\n\nUne légende ${credit}\n\nLe texte.\n`);
      expect(take?.blocks[0]).toEqual({ type: 'photo', caption: 'Une légende', credit: 'OAP/X' });
    },
  );

  test.each([
    ['PARIS, 2 mai (Reuters) - Le pont est fermé.', { place: 'PARIS', agency: 'Reuters' }],
    ['WASHINGTON, May 2 (AP) — The bridge is shut.', { place: 'WASHINGTON', agency: 'AP' }],
    ['GENÈVE/BERNE (ATS) – Le pont est fermé.', { place: 'GENÈVE/BERNE', agency: 'ATS' }],
    ['ONU, dit-il (Reuters) - Le pont.', null],
    ['Le pont (fermé) - dit-on.', null],
  ])('the dateline of “%s”', (text, expected) => {
    const parsed = parseWire(`Publié\n\nUn titre\n\n${text}\n`, { zone: 'Europe/Paris' });
    const [take] = parsed.ok ? parsed.value.takes : [];
    expect(take && datelineOf(take.document)).toEqual(expected);
    expect(take?.document.textContent).toContain(text);
  });

  test.each(['reuters/ptur', 'asl/tib/pid/cac'])('%s signs off', (signoff) => {
    expect(read(`Publié\n\nUn titre\n\nLe texte.\n\n${signoff}\n`)[0]?.signoff).toBe(signoff);
  });
});
