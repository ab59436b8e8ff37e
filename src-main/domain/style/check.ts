import type { TakeNodeName } from '../document/schema';
import { dayMarks } from './days';
import type { MarkKind, StyleMark, StyleRules } from './marks';
import {
  consistencyMarks,
  houseMarks,
  namesIn,
  readHouseForms,
  type HouseNames,
  type NameInText,
  type NamesOfBlock,
} from './names';
import { numberMarks } from './numbers';
import { repeatedWords, straySpaces, unpairedSigns } from './signs';
import type { UnknownWord } from './spelling';

/** A text block to be checked. */
export type BlockToCheck = {
  readonly type: TakeNodeName;
  readonly text: string;
  /** The language it is in. */
  readonly language: 'fr' | 'en';
};

/** What one block says by itself, whatever the others say. */
export type CheckedBlock = BlockToCheck & {
  readonly marks: readonly StyleMark[];
  readonly names: readonly NameInText[];
  readonly unknown: readonly UnknownWord[];
};

/** Blocks that hold codes and names of agencies rather than sentences. */
const codes: ReadonlySet<TakeNodeName> = new Set<TakeNodeName>(['signoff', 'credit']);
const sentences: ReadonlySet<TakeNodeName> = new Set<TakeNodeName>([
  'lead',
  'paragraph',
  'attribution',
  'caption',
  'table_cell',
]);

/** Whether a block is looked at at all. */
export function isChecked(type: TakeNodeName): boolean {
  return !codes.has(type);
}

/**
 * Checks one block by itself. Pure and quick, so that only blocks that changed need it.
 *
 * @param unknown the words no dictionary knows, as `unknownWords` finds them
 */
export function checkBlock(block: BlockToCheck, unknown: readonly UnknownWord[]): CheckedBlock {
  if (!isChecked(block.type)) return { ...block, marks: [], names: [], unknown: [] };
  const { text, language } = block;
  const marks = [
    ...repeatedWords(text),
    ...unpairedSigns(text),
    ...straySpaces(text),
    ...numberMarks(text, language),
  ];
  // English headlines give capitals to nouns that are none.
  const titled = language === 'en' && !sentences.has(block.type);
  return { ...block, marks, names: titled ? [] : namesIn(text), unknown };
}

/** What the checks of a whole text go by. */
export type TextRules = StyleRules & {
  /** Midnight UTC of the stamp's day, in ms; null where it is not known. */
  readonly today: number | null;
  /** The names in what was published of the same dispatch. */
  readonly elsewhere: readonly NamesOfBlock[];
  /** What was left as it is: see {@link keyOf}. */
  readonly left: ReadonlySet<string>;
};

/** What a mark is remembered by when it is left. */
export function keyOf({
  kind,
  words,
}: {
  readonly kind: MarkKind;
  readonly words: string;
}): string {
  return `${kind} ${words}`;
}

/** The marks of a block; `left` are those a person left as they are. */
export type MarksOfBlock = {
  readonly shown: readonly StyleMark[];
  readonly left: readonly StyleMark[];
};

/**
 * What is found in a text as a whole, block by block: what each block says by itself, names that
 * are written in several ways, the house's names, and days against the stamp. A capitalised word
 * that no dictionary knows and that is written the same way twice is taken for a name.
 *
 * @returns the marks of each block in order, in the order of the blocks; none overlap
 */
export function checkText(
  blocks: readonly CheckedBlock[],
  rules: TextRules,
): readonly MarksOfBlock[] {
  const house = readHouseForms(rules.houseForms);
  const right = knownWords(blocks, rules);
  const several = consistencyMarks([...blocks, ...rules.elsewhere], rules);
  const opening = blocks.findIndex(
    ({ type, text }) => (type === 'lead' || type === 'paragraph') && text.trim() !== '',
  );
  return blocks.map((block, index) => {
    if (!isChecked(block.type)) return { shown: [], left: [] };
    const all = [
      ...ruledMarks(block, index === opening, rules, house),
      ...block.marks.filter((mark) => !goesOn(mark, block, blocks[index + 1])),
      ...spellingMarks(block, right, rules),
      ...(several[index] ?? []),
    ];
    const marks = apart(all);
    return {
      shown: marks.filter((mark) => !rules.left.has(keyOf(mark))),
      left: marks.filter((mark) => rules.left.has(keyOf(mark))),
    };
  });
}

type Ruled = {
  readonly rules: TextRules;
  readonly isOpening: boolean;
  readonly marks: readonly StyleMark[];
};
const ruled = new WeakMap<CheckedBlock, Ruled>();

/** The marks of a block that hang on the rules; found once, as texts are checked again and again. */
function ruledMarks(
  block: CheckedBlock,
  isOpening: boolean,
  rules: TextRules,
  house: HouseNames,
): readonly StyleMark[] {
  const before = ruled.get(block);
  if (before?.rules === rules && before.isOpening === isOpening) return before.marks;
  const { text, language, type } = block;
  const days =
    rules.today === null || !sentences.has(type)
      ? []
      : dayMarks(text, language, rules.today, isOpening);
  const marks = [...houseMarks(text, house, rules), ...days];
  ruled.set(block, { rules, isOpening, marks });
  return marks;
}

/** An open quotation goes on where the next paragraph begins with the same mark again. */
function goesOn(mark: StyleMark, { text }: BlockToCheck, next: BlockToCheck | undefined): boolean {
  if (mark.kind !== 'unpaired' || mark.why !== 'opening') return false;
  const sign = text.slice(mark.start, mark.end);
  return '«“"'.includes(sign) && next?.text.trimStart().startsWith(sign) === true;
}

/** Words taken to be right: those of the lists, and names written alike twice or published so. */
function knownWords(blocks: readonly CheckedBlock[], rules: TextRules): ReadonlySet<string> {
  const known = new Set(rules.words.map(plain));
  for (const entry of rules.houseForms) {
    const [preferred = ''] = entry.split('|');
    for (const word of preferred.split(/[\s’'-]+/)) known.add(plain(word));
  }
  const uses = new Map<string, number>();
  const names = new Set<string>();
  for (const { text, unknown } of blocks) {
    for (const { start, end, name } of unknown) {
      const word = text.slice(start, end);
      uses.set(word, (uses.get(word) ?? 0) + 1);
      if (name) names.add(word);
    }
  }
  for (const word of names) if ((uses.get(word) ?? 0) > 1) known.add(plain(word));
  for (const block of rules.elsewhere) {
    for (const { form } of block.names) if (uses.has(form)) known.add(form);
  }
  return known;
}

function plain(word: string): string {
  return word.trim().replaceAll('’', "'");
}

function spellingMarks(
  { text, language, unknown }: CheckedBlock,
  right: ReadonlySet<string>,
  { wireCapitals }: StyleRules,
): readonly StyleMark[] {
  return unknown.flatMap(({ start, end, is }): readonly StyleMark[] => {
    if (is === 'wire' && wireCapitals) return [];
    const words = text.slice(start, end);
    // A list in lower case lets the word begin a sentence too.
    const lower = words.charAt(0).toLowerCase() + words.slice(1);
    if (right.has(plain(words)) || right.has(plain(lower))) return [];
    const why = is === 'wire' ? 'accent' : 'unknown';
    return [{ start, end, kind: 'spelling', why, words, fixes: [], language }];
  });
}

/** Of marks that overlap the one given first stays. In the order of the text. */
function apart(marks: readonly StyleMark[]): readonly StyleMark[] {
  const kept: StyleMark[] = [];
  for (const mark of marks) {
    if (!kept.some((one) => mark.start < one.end && mark.end > one.start)) kept.push(mark);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
