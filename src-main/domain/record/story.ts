import type { Node } from 'prosemirror-model';
import { takeSchema } from '../document/schema';
import type { Carries } from './carries';
import type { Stamp } from './stamp';
import type { TakeKind } from './take';

/** A published take as the story is put together from it. */
export type StoryTake = {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: TakeKind;
  /** As it stands now: with a time supplied later, where one was. */
  readonly stamp: Stamp;
  readonly carries: Carries;
  readonly document: Node;
  /** ms, when the archive recorded it. */
  readonly recordedAt: number;
};

/** One part of a story: the report or a writethru, or an update to it. */
export type StorySection = {
  /** The take that brought it. */
  readonly take: StoryTake;
  /** The correction whose words stand in it now; null while they are the take's own. */
  readonly correctedBy: StoryTake | null;
  readonly document: Node;
};

/** A dispatch as readers have it after some of its takes. */
export type Story =
  | { readonly is: 'nothing' }
  | { readonly is: 'running'; readonly sections: readonly StorySection[] }
  /** Withdrawn: readers have the notice; what was withdrawn stays known to the record. */
  | {
      readonly is: 'killed';
      readonly by: StoryTake;
      readonly withdrawn: readonly StorySection[];
    };

/**
 * The story that takes tell together, in their order: the report or the last writethru, then the
 * updates after it, each with the words of its last correction. A correction that names no take of
 * the story (an imported one) stands as a section of its own. Advisories speak to editors and leave
 * the story as it is; a kill withdraws it.
 */
export function storyOf(takes: readonly StoryTake[]): Story {
  let sections: StorySection[] = [];
  let kill: StoryTake | null = null;
  for (const take of takes) {
    const own: StorySection = { take, correctedBy: null, document: take.document };
    switch (take.kind) {
      case 'report':
      case 'update':
        sections.push(own);
        break;
      case 'writethru':
        sections = [own];
        break;
      case 'correction':
        sections = corrected(sections, take) ?? [...sections, own];
        break;
      case 'advisory':
        break;
      case 'kill':
        kill = take;
        break;
    }
  }
  if (kill !== null) return { is: 'killed', by: kill, withdrawn: sections };
  return sections.length === 0 ? { is: 'nothing' } : { is: 'running', sections };
}

/** The sections with one of them corrected, or null when the correction names none of them. */
function corrected(sections: readonly StorySection[], by: StoryTake): StorySection[] | null {
  const { carries } = by;
  if (carries.of !== 'correction') return null;
  const names = (one: StorySection): boolean =>
    one.take.id === carries.corrects || one.correctedBy?.id === carries.corrects;
  if (!sections.some(names)) return null;
  return sections.map((one) =>
    names(one) ? { take: one.take, correctedBy: by, document: by.document } : one,
  );
}

/**
 * A story as one document (the writethru): the headline of its first section that has one, the
 * blocks of every section in order, a later section's own heading as a crosshead, and the last
 * sign-off. A killed story is its notice.
 */
export function storyDocument(story: Story): Node {
  const { doc, headline, paragraph, crosshead, signoff } = takeSchema.nodes;
  if (story.is === 'killed') return story.by.document;
  const sections = story.is === 'running' ? story.sections : [];
  let title: Node | null = null;
  let sign: Node = signoff.create();
  const blocks: Node[] = [];
  for (const node of sections.flatMap(({ document }) => document.children)) {
    if (node.type === signoff) {
      if (node.content.size > 0) sign = node;
    } else if (node.type !== headline) {
      blocks.push(node);
    } else if (title === null) {
      if (node.content.size > 0) title = node;
    } else if (node.content.size > 0) {
      blocks.push(crosshead.create(null, node.content));
    }
  }
  if (blocks.length === 0) blocks.push(paragraph.create());
  return doc.create(null, [title ?? headline.create(), ...blocks, sign]);
}

/** What is needed of a take to say when it was out. */
type Timed = Pick<StoryTake, 'stamp' | 'recordedAt'>;

/** When a take was out, for certain. */
export type Out<T extends Timed> = {
  readonly take: T;
  /** ms: from this instant on it had been published, for certain. */
  readonly by: number;
  /** Whether nobody knows when: `by` is then only the latest it can have been. */
  readonly uncertain: boolean;
};

/**
 * From when on each take was published, in the order of the takes. A stamp says it. A take whose
 * time is unknown was out at the latest when the archive recorded it, or when the next take with a
 * known time was; nothing earlier is claimed. Never earlier than the take before it.
 */
export function publishedBy<T extends Timed>(takes: readonly T[]): readonly Out<T>[] {
  const outs: Out<T>[] = [];
  let least = Number.MIN_SAFE_INTEGER;
  for (const [index, take] of takes.entries()) {
    const { stamp } = take;
    const known = stamp.precision === 'unknown' ? null : stamp.instant;
    const by = Math.max(least, known ?? Math.min(take.recordedAt, nextKnown(takes, index)));
    outs.push({ take, by, uncertain: known === null });
    least = by;
  }
  return outs;
}

/** The takes that were out at an instant (ms), for certain; the order of takes holds without times. */
export function takesAt<T extends Timed>(takes: readonly T[], at: number): readonly T[] {
  return publishedBy(takes)
    .filter((out) => out.by <= at)
    .map((out) => out.take);
}

function nextKnown(takes: readonly Timed[], index: number): number {
  for (const { stamp } of takes.slice(index + 1)) {
    if (stamp.precision !== 'unknown') return stamp.instant;
  }
  return Number.MAX_SAFE_INTEGER;
}
