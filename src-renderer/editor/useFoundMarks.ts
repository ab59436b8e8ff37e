import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, type RefObject } from 'react';
import { scrollToFound, showFound, type FoundMarks } from './plugins/found-marks';

/** Keeps the words that are looked for marked in a view, and brings the one gone to into view. */
export function useFoundMarks(
  view: RefObject<EditorView | null>,
  found: FoundMarks | null,
  mounted: string,
): void {
  const goneTo = useRef<FoundMarks['current']>(null);
  useEffect(() => {
    if (view.current === null) return;
    showFound(view.current, found);
    const current = found?.current ?? null;
    if (current !== null && current.times !== goneTo.current?.times) scrollToFound(view.current);
    goneTo.current = current;
  }, [view, found, mounted]);
}
