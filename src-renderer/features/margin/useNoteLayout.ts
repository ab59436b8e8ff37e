import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { layOut, type Card } from './layout';

const gap = 8;
/** A card's first line is level with its words when its edge is this much above them. */
const rise = 10;

/** Where the cards stand, and how tall the space is that holds them. */
export type Placement = {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
};

const nowhere: Placement = { tops: new Map(), height: 0 };

/**
 * Keeps cards in the margin level with the words they speak of: measures both, again whenever
 * the sheet or a card changes its size, and scrolls the two together.
 *
 * @param sheet the scrolling element of the sheet
 * @param margin the scrolling element of the margin
 * @param ids the cards, each an element with `data-card`
 * @param fixed the heights, from the top of the window, of cards that have no words of their own
 */
export function useNoteLayout(
  sheet: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
  ids: readonly string[],
  activeId: string | null,
  fixed: ReadonlyMap<string, number>,
): Placement {
  const [placement, setPlacement] = useState<Placement>(nowhere);
  const measure = useCallback(() => {
    if (sheet.current === null || margin.current === null) return;
    const cards = measureCards(sheet.current, margin.current, ids, fixed);
    const tops = layOut(cards, activeId, gap);
    const bottom = Math.max(
      0,
      ...cards.map((card) => (tops.get(card.id) ?? 0) + card.height + gap),
    );
    const offset = margin.current.clientHeight - sheet.current.clientHeight;
    const height = Math.max(bottom, sheet.current.scrollHeight + offset);
    setPlacement((old) => (samePlacement(old, tops, height) ? old : { tops, height }));
  }, [sheet, margin, ids, activeId, fixed]);
  useLayoutEffect(measure);
  useWatchSizes(sheet, margin, measure);
  useScrollTogether(sheet, margin);
  return placement;
}

function measureCards(
  sheet: HTMLElement,
  margin: HTMLElement,
  ids: readonly string[],
  fixed: ReadonlyMap<string, number>,
): readonly Card[] {
  const origin = margin.getBoundingClientRect().top - sheet.scrollTop;
  const words = new Map<string, number>();
  for (const element of sheet.querySelectorAll<HTMLElement>('[data-note-id]')) {
    const id = element.dataset['noteId'];
    if (id !== undefined && !words.has(id)) {
      words.set(id, element.getBoundingClientRect().top - origin - rise);
    }
  }
  return ids.flatMap((id) => {
    const card = margin.querySelector<HTMLElement>(`[data-card="${id}"]`);
    if (card === null) return [];
    const wanted = words.get(id) ?? fixed.get(id) ?? topOfTake(sheet, card) - origin;
    return [{ id, wanted, height: card.offsetHeight }];
  });
}

/** A note whose words are not marked, a resolved one for instance, stands at the top of its take. */
function topOfTake(sheet: HTMLElement, card: HTMLElement): number {
  const take = sheet.querySelector(`[data-take="${card.dataset['target'] ?? ''}"]`);
  return (take ?? sheet).getBoundingClientRect().top;
}

function samePlacement(old: Placement, tops: ReadonlyMap<string, number>, height: number): boolean {
  if (old.tops.size !== tops.size || Math.abs(old.height - height) >= 1) return false;
  return [...tops].every(([id, top]) => Math.abs((old.tops.get(id) ?? -1) - top) < 1);
}

/** Measures again, once a frame, when the sheet's content or a card changes its size. */
function useWatchSizes(
  sheet: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
  measure: () => void,
): void {
  const latest = useRef(measure);
  useEffect(() => {
    latest.current = measure;
  });
  useEffect(() => {
    const page = sheet.current;
    const cards = margin.current;
    if (page === null || cards === null) return undefined;
    let frame = 0;
    const again = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    const sizes = new ResizeObserver(again);
    const content = new MutationObserver(() => {
      for (const child of [...page.children, ...cards.querySelectorAll('[data-card]')]) {
        sizes.observe(child);
      }
      again();
    });
    sizes.observe(page);
    content.observe(page, { childList: true, subtree: true, characterData: true });
    content.observe(cards, { childList: true, subtree: true });
    again();
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      content.disconnect();
    };
  }, [sheet, margin]);
}

/** Scrolls the sheet and the margin as one. */
function useScrollTogether(
  sheet: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const page = sheet.current;
    const cards = margin.current;
    if (page === null || cards === null) return undefined;
    const follow = (leader: HTMLElement, follower: HTMLElement) => (): void => {
      if (Math.abs(leader.scrollTop - follower.scrollTop) >= 1) {
        follower.scrollTop = leader.scrollTop;
      }
    };
    const down = follow(page, cards);
    const up = follow(cards, page);
    down();
    page.addEventListener('scroll', down, { passive: true });
    cards.addEventListener('scroll', up, { passive: true });
    return () => {
      page.removeEventListener('scroll', down);
      cards.removeEventListener('scroll', up);
    };
  }, [sheet, margin]);
}
