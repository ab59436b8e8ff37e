import type { Node } from 'prosemirror-model';
import { withoutEmptyBlocks } from '../document/tidy';
import { compareDocuments } from '../compare/compare';
import type { Segment } from '../compare/word-diff';
import { draftAdvisoryLine } from './advisory-line';
import type { Carries } from './carries';
import { storyDocument, storyOf, type StoryTake } from './story';
import type { TakeKind } from './take';

/** What can be proposed of what a take carries, from what it changes. */
export type Proposal = {
  readonly advisoryLine: string;
  /** For a correction: the words that were wrong and those that are right; else empty. */
  readonly wrong: string;
  readonly right: string;
};

/** The longest proposal of what was wrong or right, in UTF-16 units. */
const longest = 400;
/** Words told before a change of which one side has none. */
const contextWords = 4;

/**
 * Proposes what a draft carries: the line that tells what changed, and for a correction the words
 * on either side, from comparing it with what is published. A person edits it.
 */
export function propose({
  kind,
  language,
  carries,
  published,
  draft,
}: {
  readonly kind: TakeKind;
  readonly language: 'fr' | 'en';
  readonly carries: Carries;
  /** The published takes of the dispatch, oldest first. */
  readonly published: readonly StoryTake[];
  readonly draft: Node;
}): Proposal {
  const after = withoutEmptyBlocks(draft);
  const before = publishedBefore(carries, published);
  const relation = kind === 'update' ? 'appended' : 'replaces';
  const advisoryLine = draftAdvisoryLine({ kind, language, before, after, relation });
  if (carries.of !== 'correction' || before === null) return { advisoryLine, wrong: '', right: '' };
  const changes = compareDocuments(before, after)
    .rows.filter(({ is }) => is !== 'same')
    .flatMap(({ segments }) => changesIn(segments));
  const side = (name: 'wrong' | 'right'): string => bounded(changes.map((one) => one[name]));
  // Words that were only added or taken away have one side; what changed is told on the other.
  const told = changes.length === 0 ? '' : advisoryLine.replace(/^\((.*)\)$/su, '$1');
  return { advisoryLine, wrong: side('wrong') || told, right: side('right') || told };
}

/** The take a correction puts right, as it was last corrected; for other kinds the story as it reads. */
export function publishedBefore(carries: Carries, published: readonly StoryTake[]): Node | null {
  if (carries.of !== 'correction') {
    return published.length === 0 ? null : storyDocument(storyOf(published));
  }
  const latest = published.findLast(
    (take) =>
      take.id === carries.corrects ||
      (take.carries.of === 'correction' && take.carries.corrects === carries.corrects),
  );
  return latest?.document ?? null;
}

/**
 * The published words a draft begins with: for a writethru the story as it reads, for a correction
 * the take it puts right, as it was last corrected. Null for kinds with words of their own, and
 * while it is not said what a correction puts right.
 */
export function publishedWords(
  kind: TakeKind,
  carries: Carries,
  published: readonly StoryTake[],
): Node | null {
  if (kind === 'writethru') return storyDocument(storyOf(published));
  if (kind !== 'correction' || carries.of !== 'correction') return null;
  return publishedBefore(carries, published);
}

type Change = { readonly wrong: string; readonly right: string };

/** The changes in a row of a comparison; one side without words is told with the words before it. */
function changesIn(segments: readonly Segment[]): readonly Change[] {
  const changes: Change[] = [];
  let context = '';
  let wrong = '';
  let right = '';
  const close = (): void => {
    if (wrong === '' && right === '') return;
    const bare = wrong.trim() === '' || right.trim() === '';
    const before = bare ? lastWords(context) : '';
    changes.push({ wrong: `${before}${wrong}`.trim(), right: `${before}${right}`.trim() });
    context += wrong;
    wrong = '';
    right = '';
  };
  for (const { is, text } of segments) {
    if (is === 'deleted') wrong += text;
    else if (is === 'inserted') right += text;
    else {
      close();
      context += text;
    }
  }
  close();
  return changes;
}

function lastWords(text: string): string {
  return text.match(new RegExp(`(?:\\S+\\s+){0,${contextWords}}$`, 'u'))?.[0] ?? '';
}

function bounded(texts: readonly string[]): string {
  const told = texts.filter((text) => text !== '').join(' … ');
  return told.length <= longest ? told : `${told.slice(0, longest - 2)} …`;
}
