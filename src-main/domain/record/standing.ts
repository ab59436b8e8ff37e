import { publishedBy, type StoryTake } from './story';

/** What became of a take's words. */
export type Standing = {
  readonly takeId: string;
  /** ms: from this instant on it had been published, for certain. */
  readonly from: number;
  /** ms: when its words ceased to stand; null while they do. */
  readonly until: number | null;
  /** What ended them: a correction, a writethru in their place, the kill of the dispatch. */
  readonly ended: 'corrected' | 'rewritten' | 'killed' | null;
};

type Timed = Omit<StoryTake, 'document'>;

/**
 * From when until when each take's words were what readers had, in the order of the takes: as
 * `storyOf` puts the story together. An advisory and a kill's notice are never superseded; an
 * advisory changes nothing.
 */
export function standings(takes: readonly Timed[]): readonly Standing[] {
  const outs = publishedBy(takes);
  const found = outs.map(({ take, by }): { -readonly [K in keyof Standing]: Standing[K] } => ({
    takeId: take.id,
    from: by,
    until: null,
    ended: null,
  }));
  /** Of each section, the take that brought it and the one whose words stand in it. */
  let sections: { readonly take: number; readonly words: number }[] = [];
  const end = (index: number, at: number, how: Standing['ended']): void => {
    const standing = found[index];
    if (standing === undefined || standing.until !== null) return;
    standing.until = at;
    standing.ended = how;
  };
  takes.forEach((take, index) => {
    const at = found[index]?.from ?? 0;
    const own = { take: index, words: index };
    switch (take.kind) {
      case 'report':
      case 'update':
        sections.push(own);
        break;
      case 'writethru':
        for (const section of sections) end(section.words, at, 'rewritten');
        sections = [own];
        break;
      case 'correction': {
        const { carries } = take;
        const corrects = carries.of === 'correction' ? carries.corrects : null;
        const names = (section: { take: number; words: number }): boolean =>
          corrects !== null &&
          (takes[section.take]?.id === corrects || takes[section.words]?.id === corrects);
        if (!sections.some(names)) {
          sections.push(own);
          break;
        }
        sections = sections.map((section) => {
          if (!names(section)) return section;
          end(section.words, at, 'corrected');
          return { take: section.take, words: index };
        });
        break;
      }
      case 'advisory':
        break;
      case 'kill':
        for (const section of sections) end(section.words, at, 'killed');
        break;
    }
  });
  return found;
}
