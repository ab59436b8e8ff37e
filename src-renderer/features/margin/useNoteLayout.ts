import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { blocksOfUnmarked } from '../../editor';
import { layOut, type Card } from './layout';

const gap = 8;
/** A card's first line is level with its words when its edge is this much above them. */
const rise = 10;

/** The height of a card that was not drawn yet. */
const usualHeight = 112;
/** How far beyond what is in sight cards are drawn, in px: as far as one scrolls in a few frames. */
const beyond = 900;
/** How often cards are put level with their words while these move, in ms. */
const pace = 100;
/** How long after the last key they are, in ms, where nothing changed its size. */
const pause = 250;
/** How long the page may have no time to spare before they are nevertheless, in ms. */
const patience = 500;

/** A card: the note it is of, and the take or draft that is on. */
export type CardSpec = { readonly id: string; readonly targetId: string };

/** Where the cards stand, and how tall the space is that holds them. */
export type Placement = {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
  /** The cards to be drawn: those in sight, or nearly. */
  readonly drawn: ReadonlySet<string>;
  /** Where cards stood before: these move; one that is new stands at its place at once. */
  readonly before: ReadonlyMap<string, number>;
};

const nowhere: Placement = { tops: new Map(), height: 0, drawn: new Set(), before: new Map() };

/**
 * Keeps cards in the margin level with the words they speak of: measures both, again whenever
 * the sheet or a card changes its size, and scrolls the two together. Of hundreds of cards only
 * those in sight are drawn; the others count with the height they had, or are likely to have.
 *
 * @param sheet the scrolling element of the sheet
 * @param margin the scrolling element of the margin
 * @param cards the cards, each an element with `data-card` when it is drawn
 * @param fixed the heights, from the top of the window, of cards that have no words of their own
 */
export function useNoteLayout(
  sheet: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
  cards: readonly CardSpec[],
  activeId: string | null,
  fixed: ReadonlyMap<string, number>,
): Placement {
  const [placement, setPlacement] = useState<Placement>(nowhere);
  const heights = useRef(new Map<string, number>());
  const measure = useCallback(() => {
    if (sheet.current === null || margin.current === null) return;
    for (const card of margin.current.querySelectorAll<HTMLElement>('[data-card]')) {
      heights.current.set(card.dataset['card'] ?? '', card.offsetHeight);
    }
    const measured = measureCards(sheet.current, margin.current, cards, fixed, heights.current);
    const tops = layOut(measured, activeId, gap);
    let bottom = 0;
    for (const card of measured) {
      bottom = Math.max(bottom, (tops.get(card.id) ?? 0) + card.height + gap);
    }
    const offset = margin.current.clientHeight - sheet.current.clientHeight;
    const height = Math.max(bottom, sheet.current.scrollHeight + offset);
    const drawn = inSight(tops, margin.current, activeId);
    setPlacement((old) => {
      const same = samePlacement(old, tops, height);
      if (same && sameSet(old.drawn, drawn)) return old;
      return same ? { ...old, drawn } : { tops, height, drawn, before: old.tops };
    });
  }, [sheet, margin, cards, activeId, fixed]);
  // Also once cards that came in sight are drawn: their heights are known then.
  useLayoutEffect(measure, [measure, placement.drawn]);
  useLayoutEffect(() => {
    // While the margin was shorter, it could not be scrolled as far as the sheet.
    if (sheet.current !== null && margin.current !== null) follow(margin.current, sheet.current);
  }, [sheet, margin, placement.tops, placement.height]);
  useWatchSizes(sheet, margin, measure);
  useScrollTogether(sheet, margin);
  useDrawInSight(margin, placement.tops, activeId, setPlacement);
  return placement;
}

/** Scrolls the margin as far as the sheet is. */
function follow(margin: HTMLElement, sheet: HTMLElement): void {
  margin.scrollTop = sheet.scrollTop;
}

function measureCards(
  sheet: HTMLElement,
  margin: HTMLElement,
  cards: readonly CardSpec[],
  fixed: ReadonlyMap<string, number>,
  heights: ReadonlyMap<string, number>,
): readonly Card[] {
  const origin = margin.getBoundingClientRect().top - sheet.scrollTop;
  const words = measureWords(sheet, origin);
  const takes = new Map<string, number>();
  for (const take of sheet.querySelectorAll<HTMLElement>('[data-take]')) {
    takes.set(take.dataset['take'] ?? '', take.getBoundingClientRect().top - origin);
  }
  const top = sheet.getBoundingClientRect().top - origin;
  return cards.map(({ id, targetId }) => ({
    id,
    // A note without words stands at the top of its take.
    wanted: words.get(id) ?? fixed.get(id) ?? takes.get(targetId) ?? top,
    height: heights.get(id) ?? usualHeight,
  }));
}

/**
 * The heights of the words of all notes. Those not marked, and those far out of sight, count as at
 * the top of their block: of thousands of words few are measured, and these again when they come in
 * sight.
 */
function measureWords(sheet: HTMLElement, origin: number): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const blocks = new Map<Element, number>();
  const seen = sheet.getBoundingClientRect();
  const topOf = (block: Element): number => {
    const top = blocks.get(block) ?? block.getBoundingClientRect().top;
    blocks.set(block, top);
    return top;
  };
  for (const element of sheet.querySelectorAll<HTMLElement>('[data-note-id]')) {
    const id = element.dataset['noteId'];
    if (id === undefined || words.has(id)) continue;
    const blockTop = topOf(element.closest('[data-block]') ?? element);
    const isNear = blockTop > seen.top - 2 * beyond && blockTop < seen.bottom + beyond;
    const top = isNear ? element.getBoundingClientRect().top : blockTop;
    words.set(id, top - origin - rise);
  }
  for (const [id, block] of blocksOfUnmarked(sheet)) words.set(id, topOf(block) - origin - rise);
  return words;
}

/** The cards in sight or nearly, and the active one wherever it is. */
function inSight(
  tops: ReadonlyMap<string, number>,
  margin: HTMLElement,
  activeId: string | null,
): ReadonlySet<string> {
  const from = margin.scrollTop - beyond;
  const to = margin.scrollTop + margin.clientHeight + beyond;
  const drawn = new Set<string>();
  for (const [id, top] of tops) if ((top >= from && top <= to) || id === activeId) drawn.add(id);
  return drawn;
}

/** Draws other cards as the margin is scrolled. */
function useDrawInSight(
  margin: RefObject<HTMLElement | null>,
  tops: ReadonlyMap<string, number>,
  activeId: string | null,
  setPlacement: (change: (old: Placement) => Placement) => void,
): void {
  useEffect(() => {
    const element = margin.current;
    if (element === null) return undefined;
    let at = element.scrollTop;
    const onScroll = (): void => {
      // Half of what is drawn beyond sight is left by then.
      if (Math.abs(element.scrollTop - at) < beyond / 2) return;
      at = element.scrollTop;
      const drawn = inSight(tops, element, activeId);
      setPlacement((old) => (sameSet(old.drawn, drawn) ? old : { ...old, drawn }));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [margin, tops, activeId, setPlacement]);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

function samePlacement(old: Placement, tops: ReadonlyMap<string, number>, height: number): boolean {
  if (old.tops.size !== tops.size || Math.abs(old.height - height) >= 1) return false;
  return [...tops].every(([id, top]) => Math.abs((old.tops.get(id) ?? -1) - top) < 1);
}

/** Measures again, a few times a second, when the sheet's content or a card changes its size. */
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
    let timer: ReturnType<typeof setTimeout> | null = null;
    let rest: ReturnType<typeof setTimeout> | null = null;
    let idle: number | null = null;
    // A throttle for what changes its size, a pause for what is typed, and both between two keys:
    // measuring thousands of words at a key would be felt, and few keys move words to another line.
    const again = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        idle ??= requestIdleCallback(
          () => {
            idle = null;
            latest.current();
          },
          { timeout: patience },
        );
      }, pace);
    };
    const atRest = (): void => {
      if (rest !== null) clearTimeout(rest);
      rest = setTimeout(again, pause);
    };
    const sizes = new ResizeObserver(again);
    const content = new MutationObserver(() => {
      for (const child of [...page.children, ...cards.querySelectorAll('[data-card]')]) {
        sizes.observe(child);
      }
      atRest();
    });
    sizes.observe(page);
    // What unfolds above the cards moves them away from their words.
    sizes.observe(cards);
    content.observe(page, { childList: true, subtree: true, characterData: true });
    content.observe(cards, { childList: true, subtree: true });
    again();
    return () => {
      if (timer !== null) clearTimeout(timer);
      if (rest !== null) clearTimeout(rest);
      if (idle !== null) cancelIdleCallback(idle);
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
