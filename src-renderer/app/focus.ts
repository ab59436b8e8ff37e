import { setPanes, useDesk } from '../state/desk';
import { useLiveDraft } from '../state/draft';

const paneOrder = ['toolbar', 'wire', 'sheet', 'margin'] as const;
const focusable =
  '[data-focus-target], button:not(:disabled), input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next open pane, around in a ring. */
export function focusNextPane(): void {
  const open = paneOrder.flatMap((name) => {
    const pane = document.querySelector<HTMLElement>(`[data-pane=${name}]`);
    return pane === null ? [] : [{ name, pane }];
  });
  const at = open.findIndex(({ pane }) => pane.contains(document.activeElement));
  const next = open[(at + 1) % open.length];
  if (next === undefined) return;
  const { handle } = useLiveDraft.getState();
  if (next.name === 'sheet' && handle !== null) handle.focus();
  else next.pane.querySelector<HTMLElement>(focusable)?.focus();
}

/** Puts the caret in the search field, with what stands there selected, and shows the results. */
export function focusSearch(): void {
  useDesk.setState({ mode: 'search' });
  setPanes({ wireOpen: true });
  const field = document.querySelector<HTMLInputElement>('[data-pane=toolbar] input[type=search]');
  field?.focus();
  field?.select();
}
