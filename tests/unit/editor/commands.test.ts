import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import {
  AllSelection,
  EditorState,
  NodeSelection,
  TextSelection,
  type Command,
} from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { textBlocks } from '../../../src-main/domain/document/canonical-text';
import { parseDocument, toJson } from '../../../src-main/domain/document/node';
import { takeSchema } from '../../../src-main/domain/document/schema';
import { blockCommands, setLink } from '../../../src-renderer/editor/block-commands';
import { boundKeys, withoutModEnter } from '../../../src-renderer/editor/plugins/keys';
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
    nodes.quote.create(null, [paragraph('Un mot.'), paragraph('Un autre.')]),
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

function after(state: EditorState, act: Act): EditorState {
  let next = state;
  const dispatch = (transaction: typeof state.tr): void => {
    next = next.apply(transaction);
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
      if (state.selection instanceof TextSelection) dispatch(tr.insertText(act.words));
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
        for (const act of all) {
          state = after(state, act);
          state.doc.check();
          const read = parseDocument(JSON.parse(JSON.stringify(toJson(state.doc))));
          expect(read.ok && read.value.eq(state.doc)).toBe(true);
        }
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
