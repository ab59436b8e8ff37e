import type { EditorView } from 'prosemirror-view';
import type { Range } from './place-table';

/** How far beyond the window words are marked, in px, and how near its edge may come to unmarked ones. */
const beyond = 1_400;
const near = 500;

/**
 * Follows which part of a long text is in sight, as it is scrolled and changes its size, and tells
 * when that comes near words that are not marked.
 */
export class NotesInSight {
  private frame: number | null = null;
  private readonly sizes = new ResizeObserver(() => this.soon());

  /**
   * @param seen the stretch that is marked; null before any is, undefined where all of the text is
   * @param tell takes the stretch to mark
   */
  constructor(
    private readonly view: EditorView,
    private readonly seen: () => Range | null | undefined,
    private readonly tell: (seen: Range) => void,
  ) {
    this.sizes.observe(view.dom);
    // What scrolls is some element around the text: its event is heard on the way down to it.
    document.addEventListener('scroll', this.onScroll, { capture: true, passive: true });
  }

  /** Looks at the next frame, where nothing of a long text is marked yet. */
  look(): void {
    if (this.seen() === null) this.soon();
  }

  end(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    document.removeEventListener('scroll', this.onScroll, { capture: true });
  }

  private readonly onScroll = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.view.dom)) this.soon();
  };

  private soon(): void {
    if (this.seen() === undefined) return;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      const seen = this.seen();
      if (this.view.isDestroyed || seen === undefined) return;
      const needed = stretchInSight(this.view, near);
      if (needed === null || (seen !== null && holds(seen, needed))) return;
      this.tell(stretchInSight(this.view, beyond) ?? needed);
    });
  }
}

/** Finds the block of a view's document that holds a position. */
export function blockAtPosition(view: EditorView): (position: number) => Element | null {
  const starts: number[] = [];
  view.state.doc.forEach((_node, offset) => starts.push(offset));
  const drawn = view.dom.children;
  // Where nothing stands between the blocks, they need not be looked for one by one.
  const isPlain = drawn.length === starts.length;
  return (position) => {
    const at = firstIndex(starts.length, (index) => (starts[index] ?? 0) > position) - 1;
    const start = starts[at];
    if (start === undefined) return null;
    const block = isPlain ? (drawn[at] ?? null) : view.nodeDOM(start);
    return block instanceof Element ? block : null;
  };
}

/** The blocks in the window, and so many px beyond it; null while nothing is laid out. */
function stretchInSight(view: EditorView, margin: number): Range | null {
  const blocks = view.dom.children;
  const box = (at: number): DOMRect | undefined => blocks[at]?.getBoundingClientRect();
  const [top, bottom] = [-margin, window.innerHeight + margin];
  const first = firstIndex(blocks.length, (at) => (box(at)?.bottom ?? 0) >= top);
  const last = firstIndex(blocks.length, (at) => (box(at)?.top ?? 0) > bottom) - 1;
  const [from, to] = [blocks[Math.min(first, blocks.length - 1)], blocks[Math.max(last, 0)]];
  if (from === undefined || to === undefined) return null;
  return { from: view.posAtDOM(from, 0), to: view.posAtDOM(to, to.childNodes.length) };
}

/** The first of so many indexes for which an ordered predicate (false, then true) holds. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function holds(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}
