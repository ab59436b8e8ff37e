import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Steps through the changes of a comparison: F7 and Shift+F7, from wherever the focus is. */
export function useChanges(
  changes: readonly number[],
  text: RefObject<HTMLElement | null>,
): {
  /** Which change is the current one, from 0; null before the first step. */
  readonly current: number | null;
  readonly step: (by: 1 | -1) => void;
  /** Goes to a row, which becomes the current change if it is one. */
  readonly goTo: (row: number) => void;
} {
  const [place, setPlace] = useState<{ changes: readonly number[]; current: number | null }>({
    changes,
    current: null,
  });
  // Another comparison is shown: it is stepped through from its beginning.
  const current = place.changes === changes ? place.current : null;

  useEffect(() => {
    const [first] = changes;
    if (first === undefined) return;
    // What is looked for is in sight; the focus stays where the person is.
    text.current?.querySelector(`[data-row="${first}"]`)?.scrollIntoView({ block: 'center' });
  }, [changes, text]);

  const goTo = useCallback(
    (row: number) => {
      const at = changes.indexOf(row);
      if (at >= 0) setPlace({ changes, current: at });
      const element = text.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
      element?.scrollIntoView({ block: 'center' });
      element?.focus({ preventScroll: true });
    },
    [changes, text],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      if (changes.length === 0) return;
      const from = current ?? (by === 1 ? -1 : 0);
      const row = changes[(from + by + changes.length) % changes.length];
      if (row !== undefined) goTo(row);
    },
    [changes, current, goTo],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F7') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, [step]);
  return { current, step, goTo };
}
