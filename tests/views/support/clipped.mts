import type { Page } from '@playwright/test';

/** Words that cannot be read whole. */
export type Clipped = {
  readonly how: 'cut' | 'spilt' | 'scrolled-across';
  readonly words: string;
  /** The elements they stand in, by their classes, innermost last. */
  readonly where: string;
};

/**
 * Finds the words of a page that cannot be read whole: cut by what they stand in, spilt over its
 * edge, or in a part that has to be scrolled across. Words that end in an ellipsis, or after so many
 * lines, are shortened on purpose; so are those that only a screen reader gets.
 */
export function clippedIn(page: Page): Promise<readonly Clipped[]> {
  return page.evaluate(() => {
    const found: Clipped[] = [];
    const slack = 1.5;
    const named = (element: Element): string => {
      const names: string[] = [];
      for (
        let at: Element | null = element;
        at !== null && names.length < 4;
        at = at.parentElement
      ) {
        const own = [...at.classList].map((one) => one.replace(/^_|_[\w-]+_\d+$/g, '')).join('.');
        names.unshift(`${at.localName}${own === '' ? '' : `.${own}`}`);
      }
      return names.join(' > ');
    };
    const isShortened = (style: CSSStyleDeclaration): boolean =>
      style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const isHidden = (element: Element): boolean =>
      element.closest('.visually-hidden, [hidden], [inert], .ProseMirror') !== null ||
      !element.checkVisibility({ visibilityProperty: true });
    const modal = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const tell = (how: Clipped['how'], words: string, element: Element): void => {
      found.push({ how, words: words.trim().slice(0, 60), where: named(element) });
    };

    /** Follows the box of some words outwards, through everything that could cut it. */
    const follow = (words: string, first: DOMRect, from: Element): void => {
      let box = first;
      for (let at: Element | null = from; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const own = at.getBoundingClientRect();
        if (isShortened(style)) {
          box = own;
          continue;
        }
        const across = box.right > own.right + slack || box.left < own.left - slack;
        const down = box.bottom > own.bottom + slack || box.top < own.top - slack;
        const [x, y] = [style.overflowX, style.overflowY];
        if (across && (x === 'hidden' || x === 'clip')) return tell('cut', words, at);
        if (down && (y === 'hidden' || y === 'clip')) return tell('cut', words, at);
        // What scrolls has more above and below; what has more across is told by itself.
        if (x === 'auto' || x === 'scroll' || (down && (y === 'auto' || y === 'scroll'))) return;
        // Spaces at the end of a line hang over its edge where they are kept.
        const hangs = style.whiteSpaceCollapse === 'preserve';
        if (across && at === from && !hangs) return tell('spilt', words, at);
        if (style.position === 'fixed' || at === modal) break;
      }
      if (box.right > innerWidth + slack || box.left < -slack) tell('cut', words, from);
    };

    const texts = document.createTreeWalker(modal, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = node.textContent ?? '';
      const parent = node.parentElement;
      if (!/[\p{L}\p{N}]/u.test(words) || parent === null || isHidden(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width > 0) follow(words, box, parent);
    }
    for (const part of modal.querySelectorAll('*')) {
      const { overflowX } = getComputedStyle(part);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (scrolls && part.scrollWidth > part.clientWidth + slack && !isHidden(part)) {
        tell('scrolled-across', part.textContent ?? '', part);
      }
    }
    for (const field of modal.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (field.value === '' && !isHidden(field) && field.scrollWidth > field.clientWidth + slack) {
        tell('cut', field.placeholder, field);
      }
    }
    return found;
  });
}
