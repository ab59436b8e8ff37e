import type { EditorView } from 'prosemirror-view';
import { useEffect, type RefObject } from 'react';
import { setStyleMarks } from './plugins/style-marks';
import { startStyleChecking } from './style-checking';
import { styleHandle } from './style-handle';
import type { PublishedChecks } from './types';

/** Checks spelling and style of a published take as long as that is asked for; nothing of it changes. */
export function usePublishedChecks(
  view: RefObject<EditorView | null>,
  checks: PublishedChecks | null,
  shown: string,
): void {
  useEffect(() => {
    const mounted = view.current;
    if (mounted === null || checks === null) return undefined;
    const { style, events, told } = checks;
    const { show } = styleHandle(mounted, () => events);
    const checking = startStyleChecking(
      mounted,
      () => ({ ...style, name: events.name }),
      (findings) => told({ findings, show }),
    );
    return () => {
      checking.stop();
      told(null);
      if (mounted.isDestroyed) return;
      const unmarked = setStyleMarks(mounted.state, { blocks: [], drawn: false }, events.name);
      if (unmarked !== null) mounted.dispatch(unmarked);
    };
  }, [view, checks, shown]);
}
