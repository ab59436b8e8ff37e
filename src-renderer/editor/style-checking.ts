import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import {
  isMarkedLanguage,
  takeSchema,
  type MarkedLanguage,
  type TakeNodeName,
} from '@domain/document/schema';
import {
  checkBlock,
  checkText,
  isChecked,
  type CheckedBlock,
  type TextRules,
} from '@domain/style/check';
import type { StyleMark } from '@domain/style/marks';
import { call } from '../bridge/bridge';
import {
  placedMarks,
  setStyleMarks,
  type BlockStyle,
  type StyleEvents,
} from './plugins/style-marks';

/** What the checks of a draft go by. */
export type StyleSettings = {
  /** Of the dispatch. */
  readonly language: 'fr' | 'en';
  readonly rules: TextRules;
  /** Whether marks are drawn in the text. */
  readonly drawn: boolean;
};

type Settings = StyleSettings & Pick<StyleEvents, 'name'>;

/** What was found in a draft. */
export type StyleFindings = {
  readonly shown: readonly StyleMark[];
  /** Left as they are by a person. */
  readonly left: readonly StyleMark[];
  /** Blocks not checked yet. */
  readonly waiting: number;
  /** The language most of the text is in; null where it does not tell. */
  readonly language: 'fr' | 'en' | null;
  /** Whether the dictionaries could be asked. */
  readonly spelled: boolean;
};

/** Checks a draft as it is written, block by block, whenever the writer pauses. */
export type StyleChecking = {
  /** The text changed: what is new is checked after a pause. */
  readonly changed: () => void;
  /** The settings changed: what is known is held against them anew. */
  readonly settled: () => void;
  readonly stop: () => void;
};

/** How long the writer must have paused, in ms. */
const pause = 400;
/** Before a long text is gone through as a whole, the pause must be so many times as long as that. */
const patience = 10;
/** Blocks and characters checked at once: so many that the window never waits for them. */
const batch = { blocks: 60, characters: 12_000 };

/** What a block said, and the language it was looked up in when it told none itself. */
type Known = {
  readonly checked: CheckedBlock;
  readonly detected: 'fr' | 'en' | null;
  readonly asked: 'fr' | 'en';
};

type Placed = { readonly pos: number; readonly node: Node };

/**
 * Begins to check a draft. Blocks are known by their nodes: those that did not change are never
 * looked at again, and nothing is done while somebody types.
 */
export function startStyleChecking(
  view: EditorView,
  settings: () => Settings,
  told: (findings: StyleFindings) => void,
): StyleChecking {
  const known = new WeakMap<Node, Known>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running = false;
  let again = false;
  let spelled = true;
  let wait = pause;

  const show = (): void => {
    if (stopped) return;
    const began = performance.now();
    told(shownIn(view, known, settings(), spelled));
    wait = Math.max(pause, patience * (performance.now() - began));
  };
  const next = async (): Promise<boolean> => {
    const { language } = settings();
    const waiting = stopped ? [] : unknownBlocks(view, known, language);
    if (waiting.length === 0) return false;
    spelled = await checkBatch(waiting, known, language);
    if (!stopped) await idle();
    return true;
  };
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    // The first to be seen, then all: drawing many marks again and again would be felt.
    if (await next()) show();
    while (await next());
    running = false;
    show();
    if (again) void run();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  later(0);
  return {
    changed: () => later(wait),
    settled: () => later(0),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The blocks to be checked next, those nearest to the caret first, within the bounds of a batch. */
function unknownBlocks(
  view: EditorView,
  known: WeakMap<Node, Known>,
  language: 'fr' | 'en',
): readonly Placed[] {
  const { head } = view.state.selection;
  const waiting = checkable(view.state.doc)
    .filter(({ node }) => {
      const before = known.get(node);
      return before === undefined || (before.detected === null && before.asked !== language);
    })
    .toSorted((a, b) => Math.abs(a.pos - head) - Math.abs(b.pos - head));
  let characters = 0;
  const end = waiting.findIndex(({ node }, index) => {
    characters += node.content.size;
    return index >= batch.blocks || (index > 0 && characters > batch.characters);
  });
  return end === -1 ? waiting : waiting.slice(0, end);
}

function checkable(document: Node): readonly Placed[] {
  const blocks: Placed[] = [];
  document.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (isChecked(node.type.name as TakeNodeName)) blocks.push({ pos, node });
    return false;
  });
  return blocks;
}

/** Checks some blocks; false where the dictionaries could not be asked. */
async function checkBatch(
  blocks: readonly Placed[],
  known: WeakMap<Node, Known>,
  language: 'fr' | 'en',
): Promise<boolean> {
  const request = {
    blocks: blocks.map(({ node }) => ({ text: textOf(node), language, parts: foreignParts(node) })),
  };
  const answer = await call('style.check', request);
  for (const [index, { node }] of blocks.entries()) {
    const said = answer.ok ? answer.value.blocks[index] : undefined;
    const detected = said?.language ?? null;
    const block = {
      type: node.type.name as TakeNodeName,
      text: textOf(node),
      language: detected ?? language,
    };
    known.set(node, {
      checked: checkBlock(block, said?.unknown ?? []),
      detected,
      asked: language,
    });
  }
  return answer.ok;
}

/** Longer blocks are no prose. */
const longestBlock = 200_000;

function textOf(node: Node): string {
  return node.textContent.slice(0, longestBlock);
}

type ForeignPart = { start: number; end: number; language: MarkedLanguage };

/** What is marked as being in another language. */
function foreignParts(node: Node): ForeignPart[] {
  const parts: ForeignPart[] = [];
  node.forEach((inline, offset) => {
    const language = takeSchema.marks.language.isInSet(inline.marks)?.attrs['is'] as unknown;
    if (!isMarkedLanguage(language)) return;
    parts.push({ start: offset, end: offset + inline.nodeSize, language });
  });
  return parts;
}

/** Draws what is known in the view as it now is, and gives it. */
function shownIn(
  view: EditorView,
  known: WeakMap<Node, Known>,
  { language, rules, drawn, name }: Settings,
  spelled: boolean,
): StyleFindings {
  const placed = checkable(view.state.doc);
  const checked = placed.flatMap((at) => {
    const found = known.get(at.node);
    return found === undefined ? [] : [{ ...at, ...found }];
  });
  const found = checkText(
    checked.map((block) => block.checked),
    rules,
  );
  const blocks: BlockStyle[] = checked.map(({ pos, node, detected }, index) => ({
    pos,
    node,
    marks: found[index]?.shown ?? [],
    language: detected !== null && detected !== language ? detected : null,
  }));
  const transaction = setStyleMarks(view.state, { blocks, drawn }, name);
  if (transaction !== null) view.dispatch(transaction);
  return {
    shown: placedMarks(view.state).map(({ mark }) => mark),
    left: found.flatMap((block) => block.left),
    waiting: placed.length - checked.length,
    language: mostlyIn(checked),
    spelled,
  };
}

/** So many characters must tell their language before the text is said to be in one. */
const telling = 200;

function mostlyIn(
  blocks: readonly { readonly node: Node; readonly detected: 'fr' | 'en' | null }[],
): 'fr' | 'en' | null {
  const sizes = { fr: 0, en: 0 };
  for (const { node, detected } of blocks) {
    if (detected !== null) sizes[detected] += node.content.size;
  }
  if (sizes.fr + sizes.en < telling) return null;
  return sizes.fr >= sizes.en ? 'fr' : 'en';
}

/** How long checking waits for a moment in which nothing else is to be done, in ms. */
const longestWait = 200;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: longestWait });
  });
}
