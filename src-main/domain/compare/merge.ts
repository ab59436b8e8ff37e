import { Node } from 'prosemirror-model';
import type { NodeJson } from '../document/json';
import { blockToJson } from '../document/node';
import { takeSchema } from '../document/schema';
import { alignUnits, type AlignedUnit } from './align';
import { ordinaryEffort, type Match } from './sequence';
import { newProfiles, type Profiles } from './similarity';

/**
 * A stretch of a three-way merge: the blocks (headline, paragraphs, quotes, lists, photos …) of the
 * text both began from, and what each made of them. `same`: neither changed them; `mine`, `theirs`:
 * one did; `both`: both, alike; `conflict`: both, differently.
 */
export type MergeHunk = {
  readonly is: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  readonly base: readonly NodeJson[];
  readonly mine: readonly NodeJson[];
  readonly theirs: readonly NodeJson[];
};

/**
 * A three-way merge, as plain data. The blocks of `base`, of `mine` and of `theirs`, each read
 * along all hunks, are those three documents whole: nothing of any of them is left out.
 */
export type Merge = { readonly hunks: readonly MergeHunk[] };

/** What to take of a hunk; `both` takes mine, then theirs. */
export type MergeChoice = 'base' | 'mine' | 'theirs' | 'both';

/**
 * Merges two documents that began as one, paragraph by paragraph (diff3: S. Khanna, K. Kunal,
 * B. C. Pierce, “A formal investigation of diff3”, 2007, with blocks for lines). A changed
 * paragraph is known by its words, so that changes to neighbouring paragraphs do not conflict. A
 * paragraph that was moved counts as taken out in one place and put in at another.
 */
export function mergeDocuments(base: Node, mine: Node, theirs: Node): Merge {
  const profiles = newProfiles();
  const fromMine = changesSince(base, mine, profiles);
  const fromTheirs = changesSince(base, theirs, profiles);
  const hunks: Hunk[] = [];
  for (let index = 0; index <= base.childCount; index += 1) {
    hunks.push(...insertedHunks(fromMine.before(index), fromTheirs.before(index), profiles));
    if (index === base.childCount) break;
    hunks.push(blockHunk(base.child(index), fromMine.of(index), fromTheirs.of(index)));
  }
  return { hunks: tidied(hunks).map(plain) };
}

/**
 * The document a merge comes to.
 *
 * @param choices what to take of a hunk, by its index. Of the others each takes the changed side,
 *   and a conflict both, so that no words are lost by not choosing.
 * @returns a document that the schema allows: a second headline or sign-off becomes a paragraph
 */
export function resolveMerge(
  { hunks }: Merge,
  choices: ReadonlyMap<number, MergeChoice> = new Map(),
): Node {
  const blocks = hunks.flatMap((hunk, index) =>
    chosen(hunk, choices.get(index)).map((json) => Node.fromJSON(takeSchema, json)),
  );
  return documentOf(blocks);
}

function chosen(hunk: MergeHunk, choice: MergeChoice | undefined): readonly NodeJson[] {
  if (choice === 'base' || choice === 'mine' || choice === 'theirs') return hunk[choice];
  if (hunk.is === 'theirs') return hunk.theirs;
  if (hunk.is !== 'conflict') return hunk.mine;
  const known = new Set(hunk.mine.map((block) => JSON.stringify(block)));
  return [...hunk.mine, ...hunk.theirs.filter((block) => !known.has(JSON.stringify(block)))];
}

function documentOf(blocks: readonly Node[]): Node {
  const { headline, signoff, paragraph } = takeSchema.nodes;
  const titles = blocks.filter(({ type }) => type === headline);
  const signatures = blocks.filter(({ type }) => type === signoff);
  const spare = (nodes: readonly Node[]): Node[] =>
    nodes
      .filter(({ textContent }) => textContent !== '')
      .map(({ content }) => paragraph.create(null, content));
  const body = [
    ...spare(titles.slice(1)),
    ...blocks.filter(({ type }) => type !== headline && type !== signoff),
    ...spare(signatures.slice(1)),
  ];
  return takeSchema.nodes.doc.create(null, [
    titles[0] ?? headline.create(),
    ...(body.length === 0 ? [paragraph.create()] : body),
    signatures[0] ?? signoff.create(),
  ]);
}

/** A hunk with the nodes themselves. */
type Hunk = {
  readonly is: MergeHunk['is'];
  readonly base: readonly Node[];
  readonly mine: readonly Node[];
  readonly theirs: readonly Node[];
};

function plain({ is, base, mine, theirs }: Hunk): MergeHunk {
  const json = (nodes: readonly Node[]): NodeJson[] => nodes.map(blockToJson);
  return { is, base: json(base), mine: json(mine), theirs: json(theirs) };
}

type Changes = {
  /** What a block of the base became; none where it was taken out. */
  readonly of: (index: number) => readonly Node[];
  /** What was put in before a block of the base, or at the end. */
  readonly before: (index: number) => readonly Node[];
};

function changesSince(base: Node, side: Node, profiles: Profiles): Changes {
  const pairs = alignBlocks(base.children, side.children, profiles);
  const became = new Map<number, readonly Node[]>();
  const inserted = new Map<number, readonly Node[]>();
  let [gap, from] = [0, 0];
  for (const { left, right } of [...pairs, { left: base.childCount, right: side.childCount }]) {
    if (right > from) inserted.set(gap, side.children.slice(from, right));
    const block = side.maybeChild(right);
    if (block !== null) became.set(left, [block]);
    [gap, from] = [left + 1, right + 1];
  }
  return {
    of: (index) => became.get(index) ?? [],
    before: (index) => inserted.get(index) ?? [],
  };
}

/** Which blocks of one text are those of another, as far as their words tell. */
export function alignBlocks(
  left: readonly Node[],
  right: readonly Node[],
  profiles: Profiles = newProfiles(),
): readonly Match[] {
  return alignUnits(unitsOf(left), unitsOf(right), { steps: ordinaryEffort }, profiles).pairs;
}

function unitsOf(nodes: readonly Node[]): AlignedUnit[] {
  return nodes.map((node) => ({
    kind: node.type.name,
    text: node.textBetween(0, node.content.size, '\n'),
  }));
}

function blockHunk(base: Node, mine: readonly Node[], theirs: readonly Node[]): Hunk {
  const hunk = { base: [base], mine, theirs };
  if (areEqual(mine, theirs)) return { is: areEqual(mine, [base]) ? 'same' : 'both', ...hunk };
  if (areEqual(mine, [base])) return { is: 'theirs', ...hunk };
  return { is: areEqual(theirs, [base]) ? 'mine' : 'conflict', ...hunk };
}

/** What both put in at one place: blocks they have in common once, the others side by side. */
function insertedHunks(
  mine: readonly Node[],
  theirs: readonly Node[],
  profiles: Profiles,
): readonly Hunk[] {
  if (mine.length === 0 && theirs.length === 0) return [];
  const pairs = alignBlocks(mine, theirs, profiles);
  const hunks: Hunk[] = [];
  let [mineFrom, theirsFrom] = [0, 0];
  const add = (mineTo: number, theirsTo: number): void => {
    const [m, t] = [mine.slice(mineFrom, mineTo), theirs.slice(theirsFrom, theirsTo)];
    if (m.length === 0 && t.length === 0) return;
    const is = t.length === 0 ? 'mine' : m.length === 0 ? 'theirs' : 'conflict';
    hunks.push({ is, base: [], mine: m, theirs: t });
  };
  for (const { left, right } of pairs) {
    const [m, t] = [mine[left], theirs[right]];
    if (m === undefined || t === undefined || !m.eq(t)) continue;
    add(left, right);
    hunks.push({ is: 'both', base: [], mine: [m], theirs: [t] });
    [mineFrom, theirsFrom] = [left + 1, right + 1];
  }
  add(mine.length, theirs.length);
  return hunks;
}

/**
 * Hunks that read well: stretches without a change in one, and what a side put in beside what it
 * took out told as what it put in its place.
 */
function tidied(hunks: readonly Hunk[]): Hunk[] {
  const done: Hunk[] = [];
  for (const hunk of hunks) {
    const before = done.at(-1);
    if (before !== undefined && isOne(before, hunk)) {
      done[done.length - 1] = {
        is: hunk.is,
        base: [...before.base, ...hunk.base],
        mine: [...before.mine, ...hunk.mine],
        theirs: [...before.theirs, ...hunk.theirs],
      };
    } else done.push(hunk);
  }
  return done;
}

function isOne(before: Hunk, hunk: Hunk): boolean {
  if (before.is === 'same' && hunk.is === 'same') return true;
  const side = before.is;
  if (side !== 'mine' && side !== 'theirs') return false;
  const putInBefore = before.base.length === 0;
  const takenOut = hunk.base.length > 0 && hunk[side].length === 0;
  return putInBefore && takenOut && (hunk.is === side || hunk.is === 'conflict');
}

function areEqual(some: readonly Node[], others: readonly Node[]): boolean {
  return (
    some.length === others.length &&
    some.every((node, index) => {
      const other = others[index];
      return other !== undefined && node.eq(other);
    })
  );
}
