import * as fc from 'fast-check';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import {
  AllSelection,
  EditorState,
  NodeSelection,
  TextSelection,
  type Command,
} from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument, documentParts } from '../../../src-main/domain/document/build';
import { textBlocks } from '../../../src-main/domain/document/canonical-text';
import { parseDocument, toJson } from '../../../src-main/domain/document/node';
import { replaySteps, type StepJson } from '../../../src-main/domain/document/replay';
import { takeSchema } from '../../../src-main/domain/document/schema';
import { tableNode } from '../../../src-main/domain/document/table';
import { blockCommands, setLink } from '../../../src-renderer/editor/block-commands';
import { boundKeys, withoutModEnter } from '../../../src-renderer/editor/plugins/keys';
import { clearAcross, deleteAcross } from '../../../src-renderer/editor/table/clear';
import { insertTable } from '../../../src-renderer/editor/table/commands';
import { pasteInCell } from '../../../src-renderer/editor/table/paste';
import { goesAcross } from '../../../src-renderer/editor/table/place';
import { typesetTransaction } from '../../../src-renderer/editor/plugins/typography';
import { replacePlaces } from '../../../src-renderer/editor/replace';
import { sharingPlugin } from '../../../src-renderer/editor/sharing';
import { redo, undo, undoPlugin } from '../../../src-renderer/editor/undo';
import { placesOfWords, wanting } from '../../support/finding';

const { nodes } = takeSchema;
const text = (words: string) => takeSchema.text(words);

/** A draft with every kind of block. */
function draft(): Node {
  const paragraph = (words: string) => nodes.paragraph.create(null, text(words));
  const item = (words: string) => nodes.list_item.create(null, paragraph(words));
  return nodes.doc.createChecked(null, [
    nodes.headline.create(null, text('Crue à Valdane')),
    nodes.photo.createChecked(null, [
      nodes.caption.create(null, text('Le bac arrêté.')),
      nodes.credit.create(),
    ]),
    nodes.lead.create(null, text('La Lisse monte : 12000 personnes attendent.')),
    nodes.crosshead.create(null, text('Le bac')),
    nodes.quote.create(null, [
      paragraph('Un mot.'),
      paragraph('Un autre.'),
      nodes.attribution.create(null, text('Zoé Lefèvre')),
    ]),
    nodes.quote.create(null, [paragraph('Encore un.'), paragraph('Et un.')]),
    tableNode(
      [
        [[text('Pont')], [text('Passages')]],
        [[text('Orbaz')], null],
        [[text('Valdane')], [text('12000')]],
      ],
      true,
    ),
    nodes.bullet_list.create(null, [item('un'), item('deux')]),
    nodes.separator.create(),
    nodes.paragraph.create(),
    nodes.signoff.create(null, text('atl/mbr')),
  ]);
}

/** Every command of the editor by its name. */
const commands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    Object.entries(blockCommands).flatMap(([name, command]) => (command ? [[name, command]] : [])),
  ),
  ...boundKeys(),
  ...Object.fromEntries(
    Object.entries(withoutModEnter()).map(([key, command]) => [`base ${key}`, command]),
  ),
  link: setLink('https://example.org/'),
  'insert table': insertTable({ rows: 2, columns: 2, header: true }),
  'clear cells': deleteAcross,
  'paste in cells': (state, dispatch) => {
    const { tr } = state;
    const rows = [
      [[text('a')], [text('b')]],
      [[text('c')], null],
    ];
    const pasted = pasteInCell(tr, new Slice(Fragment.from(tableNode(rows, false)), 0, 0));
    if (pasted) dispatch?.(tr);
    return pasted;
  },
  'paste blocks in cells': (state, dispatch) => {
    const { tr } = state;
    const pasted = pasteInCell(tr, new Slice(draft().content.cut(0, 60), 0, 0));
    if (pasted) dispatch?.(tr);
    return pasted;
  },
  typography: (state, dispatch) => {
    const { transaction } = typesetTransaction(state, 'fr');
    if (transaction.docChanged) dispatch?.(transaction);
    return transaction.docChanged;
  },
  replace: (state, dispatch) => {
    const places = placesOfWords(state.doc, wanting('e', { matchCase: false }));
    const transaction = replacePlaces(state, places, 'ée', 'words');
    if (transaction.docChanged) dispatch?.(transaction);
    return transaction.docChanged;
  },
};

type Act =
  | { readonly is: 'command'; readonly name: string }
  | { readonly is: 'select'; readonly from: number; readonly to: number }
  | { readonly is: 'node'; readonly at: number }
  | { readonly is: 'all' }
  | { readonly is: 'type'; readonly words: string }
  | { readonly is: 'delete' };

const at = fc.double({ min: 0, max: 0.999, noNaN: true });
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...Object.keys(commands))
      .map((name) => ({ is: 'command', name }) as const),
  },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('select' as const), from: at, to: at }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('node' as const), at }) },
  { weight: 1, arbitrary: fc.constant({ is: 'all' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('type' as const),
      words: fc.constantFrom('a', 'é', ' ', '"', '!', 'https://x.fr', '12 000'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ is: 'delete' } as const) },
);

function begun(): EditorState {
  return EditorState.create({
    doc: draft(),
    plugins: [undoPlugin({ groupDelay: 0, depth: 1_000, restores: false }), sharingPlugin('own')],
  });
}

function after(state: EditorState, act: Act, journal: StepJson[]): EditorState {
  let next = state;
  const dispatch = (transaction: typeof state.tr): void => {
    next = next.apply(transaction);
    journal.push(...transaction.steps.map((step) => step.toJSON() as StepJson));
  };
  const { tr, doc } = state;
  const position = (part: number): number => {
    const places = textBlocks(doc).flatMap(({ pos, text: words }) =>
      Array.from({ length: words.length + 1 }, (_, offset) => pos + offset),
    );
    return places[Math.floor(part * places.length)] ?? 1;
  };
  switch (act.is) {
    case 'command':
      commands[act.name]?.(state, dispatch);
      break;
    case 'select':
      dispatch(tr.setSelection(TextSelection.create(doc, position(act.from), position(act.to))));
      break;
    case 'node': {
      const $at = doc.resolve(Math.floor(act.at * doc.content.size));
      if ($at.nodeAfter !== null && NodeSelection.isSelectable($at.nodeAfter)) {
        dispatch(tr.setSelection(new NodeSelection($at)));
      }
      break;
    }
    case 'all':
      dispatch(tr.setSelection(new AllSelection(doc)));
      break;
    case 'type':
      if (goesAcross(state.selection)) clearAcross(tr);
      if (tr.selection instanceof TextSelection) dispatch(tr.insertText(act.words));
      break;
    case 'delete':
      if (!state.selection.empty) dispatch(tr.deleteSelection());
      break;
  }
  return next;
}

describe('any sequence of commands, typing and selecting', () => {
  it('leaves a document of the schema that is kept and read again as it is, and undone gives the first', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (all) => {
        let state = begun();
        const first = state.doc;
        const journal: StepJson[] = [];
        for (const act of all) {
          state = after(state, act, journal);
          state.doc.check();
          const read = parseDocument(JSON.parse(JSON.stringify(toJson(state.doc))));
          expect(read.ok && read.value.eq(state.doc)).toBe(true);
        }
        // What the archive has after a crash is what was written.
        const kept = replaySteps(first, JSON.parse(JSON.stringify(journal)) as StepJson[]);
        expect(kept.ok && kept.value.eq(state.doc)).toBe(true);
        const run = (command: Command): void => {
          let goesOn = true;
          while (goesOn) {
            goesOn = command(state, (transaction) => {
              state = state.apply(transaction);
            });
          }
        };
        run(redo);
        const last = state.doc;
        run(undo);
        expect(state.doc.eq(first)).toBe(true);
        run(redo);
        expect(state.doc.eq(last)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what keys do in a table', () => {
  const parts = (state: EditorState) => documentParts(state.doc).blocks;
  const tableOf = (state: EditorState) => {
    const found = parts(state).find(({ type }) => type === 'table');
    return found?.type === 'table' ? found.rows : null;
  };
  const begin = (...rows: readonly (readonly string[])[]): EditorState => {
    const blocks = [
      { type: 'table', header: true, rows },
      { type: 'paragraph', text: 'Fin' },
    ] as const;
    return EditorState.create({ doc: buildDocument({ headline: 'T', blocks, signoff: '' }) });
  };
  /** The caret at the beginning of a text, or what stands between two. */
  const at = (state: EditorState, words: string, until?: string): EditorState => {
    const start = (text: string) =>
      textBlocks(state.doc).find((one) => one.text === text)?.pos ?? 0;
    const to = until === undefined ? start(words) : start(until) + 1;
    return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start(words), to)));
  };
  const press = (state: EditorState, ...names: readonly string[]): EditorState =>
    names.reduce((now, name) => {
      let next = now;
      commands[name]?.(now, (transaction) => {
        next = now.apply(transaction);
      });
      next.doc.check();
      return next;
    }, state);
  const selected = ({ doc, selection: { from, to } }: EditorState) => doc.textBetween(from, to);

  it('Tab goes on, and makes a row after the last', () => {
    const state = begin(['Pont', 'Passages'], ['Orbaz', '12']);
    expect(selected(press(at(state, 'Pont'), 'Tab'))).toBe('Passages');
    expect(selected(press(at(state, 'Passages'), 'Tab'))).toBe('Orbaz');
    expect(selected(press(at(state, 'Orbaz'), 'Shift-Tab'))).toBe('Passages');
    expect(tableOf(press(at(state, '12'), 'Tab'))).toEqual([
      ['Pont', 'Passages'],
      ['Orbaz', '12'],
      ['', ''],
    ]);
  });

  it('Enter goes down, then out of it', () => {
    const state = begin(['Pont', 'Passages'], ['Orbaz', '12']);
    const down = press(at(state, 'Passages'), 'Enter');
    expect(down.selection.$from.parent.textContent).toBe('12');
    const out = press(down, 'Enter');
    expect(parts(out).map(({ type }) => type)).toEqual(['table', 'paragraph', 'paragraph']);
    expect(out.selection.$from.parent.type.name).toBe('paragraph');
  });

  it('deleting joins no cells, within one, across some, or from outside', () => {
    const state = begin(['Pont', 'Passages'], ['Orbaz', '12']);
    const inside = at(state, 'Orbaz');
    expect(press(inside, 'Backspace').doc.eq(state.doc)).toBe(true);
    expect(tableOf(press(at(state, 'Passages', '12'), 'Delete'))).toEqual([
      ['Pont', ''],
      ['', '2'],
    ]);
    const outside = press(at(state, '12', 'Fin'), 'Backspace');
    expect(tableOf(outside)).toEqual([
      ['Pont', 'Passages'],
      ['Orbaz', ''],
    ]);
    expect(parts(outside).at(-1)).toEqual({ type: 'paragraph', text: 'in' });
    expect(tableOf(press(begin(['', ''], ['', '']), 'Backspace'))).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  it('Backspace in the first cell takes an empty table out', () => {
    const state = begin(['', '']);
    const first = state.apply(
      state.tr.setSelection(TextSelection.create(state.doc, textBlocks(state.doc)[1]?.pos ?? 0)),
    );
    expect(tableOf(press(first, 'Backspace'))).toBeNull();
  });

  it('rows and columns come and go, nothing above the names of columns', () => {
    const state = begin(['Pont', 'Passages'], ['Orbaz', '12']);
    expect(press(at(state, 'Pont'), 'table.row-above').doc.eq(state.doc)).toBe(true);
    expect(tableOf(press(at(state, 'Orbaz'), 'table.row-above', 'table.column-after'))).toEqual([
      ['Pont', '', 'Passages'],
      ['', '', ''],
      ['Orbaz', '', '12'],
    ]);
    expect(tableOf(press(at(state, 'Passages'), 'table.column-delete'))).toEqual([
      ['Pont'],
      ['Orbaz'],
    ]);
    expect(tableOf(press(at(state, 'Orbaz'), 'table.row-delete'))).toEqual([['Pont', 'Passages']]);
    expect(tableOf(press(at(state, 'Pont', '12'), 'table.row-delete'))).toBeNull();
    const plain = press(at(state, 'Pont'), 'table.header');
    expect(parts(plain)[0]).toMatchObject({ type: 'table', header: false });
    expect(press(plain, 'table.header').doc.eq(state.doc)).toBe(true);
  });

  it('a pasted table fills the cells, and the table grows', () => {
    const state = begin(['Pont', 'Passages'], ['Orbaz', '12']);
    expect(tableOf(press(at(state, '12'), 'paste in cells'))).toEqual([
      ['Pont', 'Passages', ''],
      ['Orbaz', 'a', 'b'],
      ['', 'c', ''],
    ]);
  });
});

describe('what keys do in a quotation', () => {
  const begin = (...paragraphs: readonly string[]): EditorState => {
    const blocks = [
      { type: 'quote', paragraphs },
      { type: 'paragraph', text: 'Fin' },
    ] as const;
    const doc = buildDocument({ headline: 'T', blocks, signoff: '' });
    const at = textBlocks(doc)[paragraphs.length];
    const state = EditorState.create({ doc });
    const caret = (at?.pos ?? 0) + (at?.text.length ?? 0);
    return state.apply(state.tr.setSelection(TextSelection.create(doc, caret)));
  };
  const press = (state: EditorState, ...names: readonly string[]): EditorState =>
    names.reduce((now, name) => {
      let next = now;
      const command = commands[name] ?? commands[`base ${name}`];
      const done = command?.(now, (transaction) => {
        next = now.apply(transaction);
      });
      if (done === false)
        commands[`base ${name}`]?.(now, (transaction) => {
          next = now.apply(transaction);
        });
      next.doc.check();
      return next;
    }, state);
  const blocksOf = ({ doc }: EditorState) => documentParts(doc).blocks;
  const said = (state: EditorState) => state.apply(state.tr.insertText('Zoé'));

  it('Enter in an empty last paragraph leads to who says it, and Enter there out of it', () => {
    const attribution = press(begin('Un mot.'), 'Enter', 'Enter');
    expect(attribution.selection.$from.parent.type.name).toBe('attribution');
    expect(blocksOf(press(said(attribution), 'Enter'))).toEqual([
      { type: 'quote', paragraphs: ['Un mot.'], attribution: 'Zoé' },
      { type: 'paragraph', text: '' },
      { type: 'paragraph', text: 'Fin' },
    ]);
    expect(blocksOf(press(attribution, 'Enter'))).toEqual([
      { type: 'quote', paragraphs: ['Un mot.'] },
      { type: 'paragraph', text: '' },
      { type: 'paragraph', text: 'Fin' },
    ]);
  });

  it('Backspace takes an empty one away; the command goes to it, or makes one', () => {
    const attribution = press(begin('Un mot.'), 'block.attribution');
    expect(blocksOf(attribution)[0]).toEqual({
      type: 'quote',
      paragraphs: ['Un mot.'],
      attribution: '',
    });
    const gone = press(attribution, 'Backspace');
    expect(gone.doc.eq(begin('Un mot.').doc)).toBe(true);
    expect(gone.selection.$from.parent.textContent).toBe('Un mot.');
    expect(blocksOf(press(said(attribution), 'block.quote'))).toEqual([
      { type: 'paragraph', text: 'Un mot.' },
      { type: 'paragraph', text: 'Zoé' },
      { type: 'paragraph', text: 'Fin' },
    ]);
  });
});
