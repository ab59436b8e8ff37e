import { startTransition, useEffect, useState } from 'react';

/** How many of a long list are shown in its first frame, and added in each frame after. */
const atOnce = 10;

/**
 * How many items of a list to show now: enough for a screen in the first frame, a few more in each
 * frame after, so that a long list neither keeps the person waiting nor the window from answering.
 *
 * @param list what the list is of; another one begins anew
 * @param total how many items it has
 * @param least how many have to be there at once, because something in them is gone to
 */
export function useStaged(list: string, total: number, least: number): number {
  const first = Math.max(atOnce, least);
  const [stage, setStage] = useState({ list, shown: first });
  const shown = Math.max(first, stage.list === list ? stage.shown : first);
  useEffect(() => {
    if (shown >= total) return undefined;
    const frame = requestAnimationFrame(() =>
      startTransition(() => setStage({ list, shown: shown + atOnce })),
    );
    return () => cancelAnimationFrame(frame);
  }, [list, shown, total]);
  return Math.min(shown, total);
}
