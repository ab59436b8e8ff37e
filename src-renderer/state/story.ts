import type { TakeModel } from '@contract/models';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { unknownStamp } from '@domain/record/stamp';
import { storyDocument, storyOf, type Story, type StoryTake } from '@domain/record/story';

const parsed = new WeakMap<TakeModel, StoryTake>();

/** Published takes as the story is put together from them. A take is read once. */
export function storyTakes(takes: readonly TakeModel[]): readonly StoryTake[] {
  return takes.map((take) => {
    let known = parsed.get(take);
    if (known === undefined) {
      const document = parseDocument(take.document);
      const { id, ordinal, kind, stamp, carries, recordedAt } = take;
      const node = document.ok ? document.value : emptyDocument(kind);
      known = { id, ordinal, kind, stamp, carries, recordedAt, document: node };
      parsed.set(take, known);
    }
    return known;
  });
}

/** A story as a take that can be shown like one; `id` tells its states apart. */
export function storyAsTake(
  id: string,
  takes: readonly StoryTake[],
): { story: Story; take: TakeModel } {
  const story = storyOf(takes);
  const take: TakeModel = {
    id,
    ordinal: 1,
    kind: story.is === 'killed' ? 'kill' : 'writethru',
    stamp: unknownStamp,
    stampSupplied: false,
    stampReason: null,
    label: null,
    document: toJson(storyDocument(story)),
    advisoryLine: '',
    carries: { of: 'nothing' },
    author: '',
    origin: 'written',
    recordedAt: 0,
  };
  return { story, take };
}
