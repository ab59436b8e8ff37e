import { useEffect } from 'react';
import { leaveFocusMode, useDesk } from '../state/desk';

/** What has a use of its own for Escape: fields, and what stands over the desk. */
const ownEscape = 'input, textarea, select, dialog, [role=menu], [role=dialog], [role=listbox]';

/** Escape leaves focus mode, unless what has the focus closes by it. */
export function useEscapeFromFocusMode(): void {
  const focusMode = useDesk((desk) => desk.focusMode);
  useEffect(() => {
    if (!focusMode) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return;
      // The editor prevents the default of every Escape; it has no use of its own for it.
      const isUsed = event.defaultPrevented && event.target.closest('.ProseMirror') === null;
      if (!isUsed && event.target.closest(ownEscape) === null) leaveFocusMode();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [focusMode]);
}
