import * as fc from 'fast-check';
import { joinBackward, joinForward, deleteSelection, selectAll } from 'prosemirror-commands';
import type { Node, Slice } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, NodeSelection, Plugin, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { textBlocks } from '@domain/document/canonical-text';
import { parseDocument, toJson } from '@domain/document/node';
import { replaySteps, type StepJson } from '@domain/document/replay';
import { takeSchema } from '@domain/document/schema';
import { handsOf, withoutSuggestions } from '@domain/suggest/base';
import { accept, acceptAll, reject, rejectAll } from '@domain/suggest/settle';
import { suggestionsOf } from '@domain/suggest/suggestions';
import {
  blockCommands,
  enterAfterNode,
  enterInSignoff,
  enterLeavesPhoto,
  enterNextEmptyBlock,
  enterSplits,
  setLink,
} from '../../../src-renderer/editor/block-commands';
import {
  settleSuggestions,
  suggestingPlugin,
  toggleSuggesting,
} from '../../../src-renderer/editor/plugins/suggesting';
import { typesetTransaction } from '../../../src-renderer/editor/plugins/typography';
import { undo, undoPlugin } from '../../../src-renderer/editor/undo';

const original = buildDocument({
  headline: 'La Maison blanche réagit',
  blocks: [
    { type: 'lead', text: 'Washington a réagi mardi : "c\'est non" ...' },
    { type: 'paragraph', text: 'Le Kremlin a répondu à la Maison blanche. Le Kremlin a répondu.' },
    { type: 'crosshead', text: 'Appel à la retenue' },
    {
      type: 'quote',
      paragraphs: ['Le premier paragraphe cité.', 'Le deuxième.'],
      attribution: 'Zoé',
    },
    {
      type: 'table',
      header: true,
      rows: [
        ['Pont', 'Passages'],
        ['Orbaz', '12'],
      ],
    },
    { type: 'list', ordered: false, items: ['un', 'deux', 'trois'] },
    { type: 'photo', caption: 'Une légende', credit: 'REUTERS' },
    { type: 'separator' },
    { type: 'paragraph', text: 'Le Kremlin a répondu à la Maison blanche.' },
  ],
  signoff: 'atl/mbr',
});

let hand = 'ab';

function stateOf(doc: Node, ...plugins: Plugin[]): EditorState {
  return EditorState.create({
    doc,
    plugins: [undoPlugin({ groupDelay: 0, depth: 200, restores: false }), ...plugins],
  });
}

/** The draft as it is when suggesting has begun. */
function suggesting(doc = original): EditorState {
  const state = stateOf(
    doc,
    suggestingPlugin(() => ({ initials: hand, name: () => '' })),
  );
  const begun = toggleSuggesting(state);
  if (begun === null) throw new Error('Suggesting begins.');
  return state.apply(begun);
}

const { list_item, bullet_list } = takeSchema.nodes;

/** Every command of the editor, by keys or menu; those of the contract among them. */
const commands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(Object.entries(blockCommands).filter(([id]) => !id.startsWith('edit.'))),
  enterNextEmptyBlock,
  enterLeavesPhoto,
  enterInSignoff,
  enterAfterNode,
  enterSplits,
  joinBackward,
  joinForward,
  deleteSelection,
  splitListItem: splitListItem(list_item),
  liftListItem: liftListItem(list_item),
  wrapInList: wrapInList(bullet_list),
  link: setLink('https://example.org/a'),
  unlink: setLink(''),
};
const typed = ['a', ' ', '« non »', 'Maison Blanche', '\u{1F600}'];

type Edit = {
  readonly do: string;
  readonly at: number;
  readonly length: number;
  readonly to: number;
};
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  do: fc.constantFrom(
    ...Object.keys(commands),
    'type',
    'type',
    'typeset',
    'replace-all',
    'paste',
    'drag',
    'select-node',
    'delete-all',
  ),
  at: fc.nat(10_000),
  length: fc.nat(60),
  to: fc.nat(10_000),
});

/** Applies an edit; the same to a draft with suggestions and to one without. */
function edited(state: EditorState, edit: Edit): EditorState {
  const at = placeIn(state.doc, edit.at);
  const end = Math.min(state.doc.content.size - 1, at + edit.length);
  const $from = state.doc.resolve(at);
  const selection = TextSelection.between($from, state.doc.resolve(end));
  let next = state.apply(state.tr.setSelection(selection));
  const run = (command: Command): EditorState => {
    let after = next;
    command(next, (transaction) => {
      after = next.apply(transaction);
    });
    return after;
  };
  const command = commands[edit.do];
  if (command !== undefined) return run(command);
  const { from, to } = next.selection;
  switch (edit.do) {
    case 'type':
      return next.apply(next.tr.insertText(typed[edit.to % typed.length] ?? 'x', from, to));
    case 'typeset':
      return next.apply(typesetTransaction(next, 'fr').transaction);
    case 'replace-all':
      return replacedAll(next);
    case 'paste':
      return next.apply(next.tr.replaceSelection(copied(edit)));
    case 'drag': {
      const slice = next.selection.content();
      const tr = next.tr.deleteSelection();
      const target = tr.mapping.map(placeIn(next.doc, edit.to));
      return next.apply(tr.replaceRange(target, target, slice));
    }
    case 'select-node': {
      const node = nodeNear(next.doc, edit.at);
      if (node === null) return next;
      next = next.apply(next.tr.setSelection(NodeSelection.create(next.doc, node)));
      return edit.length % 2 === 0 ? run(deleteSelection) : run(enterAfterNode);
    }
    default:
      return edit.at % 20 === 0
        ? run((now, dispatch) =>
            selectAll(now, (tr) => dispatch?.(now.apply(tr).tr.deleteSelection())),
          )
        : next;
  }
}

/** What a person selected and copied in another window. */
function copied({ to, length }: Edit): Slice {
  const at = placeIn(original, to);
  const end = Math.min(original.content.size - 1, at + length);
  return TextSelection.between(original.resolve(at), original.resolve(end)).content();
}

function replacedAll(state: EditorState): EditorState {
  const tr = state.tr;
  for (const block of textBlocks(state.doc).toReversed()) {
    for (const { index } of [...block.text.matchAll(/blanche/g)].toReversed()) {
      tr.insertText('Blanche', block.pos + index, block.pos + index + 7);
    }
  }
  return state.apply(tr);
}

function placeIn(doc: Node, at: number): number {
  const blocks = textBlocks(doc);
  const block = blocks[at % blocks.length];
  return block === undefined
    ? 1
    : block.pos + (Math.floor(at / blocks.length) % (block.text.length + 1));
}

/** Where a photo, a separator or a list stands, if one does. */
function nodeNear(doc: Node, at: number): number | null {
  const places: number[] = [];
  doc.forEach((node, position) => {
    if (!node.isTextblock) places.push(position);
  });
  return places.length === 0 ? null : (places[at % places.length] ?? null);
}

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 12 });
const json = (doc: Node): string => JSON.stringify(toJson(withoutSuggestions(doc)));

/** Taking back one of three suggestions leaves three: found once by chance. */
const partedByTakingBack: [Edit[], [number, boolean][]] = [
  [
    { do: 'format.emphasis', at: 1567, length: 54, to: 0 },
    { do: 'drag', at: 0, length: 1, to: 9995 },
    { do: 'format.emphasis', at: 0, length: 0, to: 0 },
  ],
  Array.from({ length: 120 }, (_, index): [number, boolean] =>
    index === 2 ? [175477085, true] : [0, false],
  ),
];

describe('every command of the editor, suggested', () => {
  it('and then rejected gives the original back, byte for byte', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const state = list.reduce(edited, suggesting());
        const back = state.apply(rejectAll(state.tr)).doc;
        expect(json(back)).toBe(JSON.stringify(toJson(original)));
        expect(suggestionsOf(back)).toEqual([]);
        back.check();
      }),
      { numRuns: 600 },
    );
  });

  it('and then accepted is what plain writing gives', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const state = list.reduce(edited, suggesting());
        const plain = list.reduce(edited, stateOf(original));
        expect(JSON.stringify(toJson(state.apply(acceptAll(state.tr)).doc))).toBe(
          JSON.stringify(toJson(plain.doc)),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('and settled one by one, in any order and either way, leaves nothing open and a sound draft', () => {
    fc.assert(
      fc.property(
        edits,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 120, maxLength: 120 }),
        (list, choices) => {
          let state = list.reduce(edited, suggesting());
          const plain = json(state.doc);
          const accepted = choices.every(([, take]) => take);
          for (const [which, take] of choices) {
            const all = suggestionsOf(state.doc);
            const one = all[which % Math.max(1, all.length)];
            if (one === undefined) break;
            state = state.apply((take ? accept : reject)(state.tr, [one]));
            state.doc.check();
          }
          // What is taken back may part another in two: in the end nothing is open all the same.
          expect(suggestionsOf(state.doc)).toEqual([]);
          if (accepted) expect(json(state.doc)).toBe(plain);
        },
      ),
      { numRuns: 300, examples: [partedByTakingBack] },
    );
  });

  it('accepted one by one, all, is the draft; rejected one by one, all, is the original', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (list, take) => {
        let state = list.reduce(edited, suggesting());
        const wanted = take ? json(state.doc) : JSON.stringify(toJson(original));
        for (let left = 80; left > 0 && suggestionsOf(state.doc).length > 0; left -= 1) {
          const one = suggestionsOf(state.doc)[0];
          if (one === undefined) break;
          state = state.apply((take ? accept : reject)(state.tr, [one]));
        }
        expect(suggestionsOf(state.doc)).toEqual([]);
        expect(json(state.doc)).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('and undone, each, is as before; the journal has the suggestions too', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const begun = suggesting();
        const steps: StepJson[] = [];
        const watch = new Plugin({
          state: {
            init: () => null,
            apply: (transaction) => {
              steps.push(...transaction.steps.map((step) => step.toJSON() as StepJson));
              return null;
            },
          },
        });
        const journaled = begun.reconfigure({ plugins: [...begun.plugins, watch] });
        const state = list.reduce(edited, journaled);
        const replayed = replaySteps(begun.doc, JSON.parse(JSON.stringify(steps)) as StepJson[]);
        if (!replayed.ok) throw new Error('The journal holds.');
        expect(suggestionsOf(replayed.value)).toEqual(suggestionsOf(state.doc));
        const restored = parseDocument(JSON.parse(JSON.stringify(toJson(state.doc))));
        if (!restored.ok) throw new Error(restored.error);
        expect(suggestionsOf(restored.value)).toEqual(suggestionsOf(state.doc));
        let undone = state;
        for (let step = 0; step < list.length * 3; step += 1) {
          undo(undone, (transaction) => {
            undone = undone.apply(transaction);
          });
          if (suggestionsOf(undone.doc).length === 0) break;
        }
        expect(suggestionsOf(undone.doc)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a suggestion', () => {
  const words = (id: string, state: EditorState) =>
    suggestionsOf(state.doc).map(
      ({ is, removed, added, by }) => `${id}${is}: ${removed} → ${added} (${by.join()})`,
    );

  it('says what it changes and who made it', () => {
    hand = 'ab';
    let state = suggesting();
    const at = textBlocks(state.doc)[2]?.pos ?? 0;
    state = state.apply(state.tr.insertText('La Russie', at, at + 10));
    hand = 'cd';
    const second = textBlocks(state.doc)[3]?.pos ?? 0;
    state = state.apply(state.tr.insertText(' générale', second + 18));
    state = state.apply(state.tr.addMark(at + 12, at + 19, takeSchema.marks.strong.create()));
    expect(words('', state)).toEqual([
      'words: Le Kremlin → La Russie (ab)',
      'form: répondu → répondu (cd)',
      'words:  →  générale (cd)',
    ]);
    const ours = settleSuggestions(state, 'reject', { which: 'by', initials: 'cd' });
    if (ours === null) throw new Error('There are some.');
    const left = state.apply(ours);
    expect(words('', left)).toEqual(['words: Le Kremlin → La Russie (ab)']);
    expect(handsOf(left.doc)).toHaveLength(1);
    expect(toggleSuggesting(left)).toBeNull();
  });

  it('of blocks is one for what was split or joined', () => {
    hand = 'ab';
    const begun = suggesting();
    const at = (textBlocks(begun.doc)[2]?.pos ?? 0) + 20;
    const state = begun.apply(begun.tr.split(at));
    expect(suggestionsOf(state.doc).map(({ is }) => is)).toEqual(['blocks']);
  });
});
