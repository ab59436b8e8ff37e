import { beforeEach, vi } from 'vitest';

// Nothing has a size in happy-dom, and the list draws only what is in sight.
const sizes: Readonly<Record<string, (element: HTMLElement) => number>> = {
  clientHeight: () => 900,
  clientWidth: () => 300,
  offsetHeight: () => 92,
  scrollHeight: ({ firstElementChild: canvas }) =>
    canvas instanceof HTMLElement ? Number.parseFloat(canvas.style.height) : 0,
};

/** Gives the elements of each test sizes, as a browser does. */
export function giveSizes(): void {
  beforeEach(() => {
    for (const [name, of] of Object.entries(sizes)) {
      const get = function (this: HTMLElement): number {
        return of(this);
      };
      Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get });
    }
    vi.spyOn(HTMLElement.prototype, 'scrollTo').mockImplementation(scrollTo);
  });
}

/** Scrolls, and tells of it a moment later, as a browser does. */
function scrollTo(this: HTMLElement, to?: ScrollToOptions | number): void {
  if (typeof to !== 'object') return;
  this.scrollTop = to.top ?? 0;
  setTimeout(() => this.dispatchEvent(new Event('scroll')), 0);
}
