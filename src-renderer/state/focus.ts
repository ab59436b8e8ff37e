import { enterSearch, setPanes, useDesk } from './desk';
import { useLiveDraft } from './draft';

const paneOrder = ['toolbar', 'wire', 'sheet', 'margin'] as const;
type PaneName = (typeof paneOrder)[number];

const focusable = 'button:not(:disabled), input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next open pane, around in a ring. */
export function focusNextPane(): void {
  const open = paneOrder.filter((name) => paneElement(name) !== null);
  const at = open.findIndex((name) => paneElement(name)?.contains(document.activeElement));
  const next = open[(at + 1) % open.length];
  if (next === 'sheet') focusSheet();
  else if (next !== undefined) focusPane(next);
}

/** Puts the caret in the draft, or the focus on the sheet when nothing is being written. */
export function focusSheet(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) focusPane('sheet');
  else handle.focus();
}

/** Puts the side panes away and the caret in the text, or brings them back. */
export function toggleFocusMode(): void {
  const focusMode = !useDesk.getState().focusMode;
  setPanes({ focusMode });
  if (focusMode) focusSheet();
}

/** Puts the focus on the list of the wire. */
export function focusWire(): void {
  focusPane('wire');
}

/** Puts the caret in the search field, with what stands there selected, and shows the results. */
export function focusSearch(): void {
  enterSearch();
  const field = searchField();
  field?.focus();
  field?.select();
}

/** Puts the caret after what stands in the search field. */
export function backToSearchField(): void {
  const field = searchField();
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

function searchField(): HTMLInputElement | null | undefined {
  return paneElement('toolbar')?.querySelector<HTMLInputElement>('input[type=search]');
}

function paneElement(name: PaneName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pane=${name}]`);
}

/** Each pane names the part of it that is worked in; else its first control gets the focus. */
function focusPane(name: PaneName): void {
  const pane = paneElement(name);
  const target =
    pane?.querySelector<HTMLElement>('[data-focus-target]') ??
    pane?.querySelector<HTMLElement>(focusable);
  target?.focus();
}

/** Brings the head of the take that has the focus into sight: it may be begun far above what was read. */
export function showHeadOfFocused(): void {
  const article = document.activeElement?.closest('article');
  article?.querySelector('header')?.scrollIntoView({ block: 'nearest' });
}
