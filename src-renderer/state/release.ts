import { call } from '../bridge/bridge';
import { copyText } from '../ui/copyText';
import { useDesk } from './desk';
import { say, sayError } from './toasts';

/** The dispatch on the sheet; says so when there is none. */
function openDispatchId(): string | null {
  const { dispatchId } = useDesk.getState();
  if (dispatchId === null) say('toast.no-dispatch');
  return dispatchId;
}

/** Copies the published text of the open dispatch, plain and with its structure. */
export async function copyDispatch(): Promise<void> {
  const id = openDispatchId();
  if (id === null) return;
  const outcome = await call('dispatch.release', { id });
  if (!outcome.ok) return sayError(outcome.error);
  const { text, html } = outcome.value;
  if (copyText(text, html)) say('toast.dispatch-copied', undefined, 'good');
  else say('toast.not-copied');
}

/** Saves the published text of the open dispatch where the person says. */
export async function exportDispatch(): Promise<void> {
  const id = openDispatchId();
  if (id === null) return;
  const outcome = await call('dispatch.export', { id });
  if (!outcome.ok) sayError(outcome.error);
  else say('toast.exported', { path: outcome.value.path }, 'good');
}

/** Prints what the sheet shows of the open dispatch. */
export async function printDispatch(): Promise<void> {
  const id = openDispatchId();
  if (id === null) return;
  const outcome = await call('dispatch.print', { id });
  if (!outcome.ok) sayError(outcome.error);
}

/** Saves the proof file of the open dispatch where the person says. */
export async function saveProof(): Promise<void> {
  const id = openDispatchId();
  if (id === null) return;
  const outcome = await call('dispatch.save-proof', { id });
  if (!outcome.ok) sayError(outcome.error);
  else say('toast.proof', { path: outcome.value.path }, 'good');
}

let draggedOut = false;

/** Has a dispatch dragged out of the window as a file; why it cannot be is said. */
export async function dragOut(id: string): Promise<void> {
  draggedOut = true;
  // The drag is the system's: the window hears of its end by the next press only.
  globalThis.addEventListener('pointerdown', () => (draggedOut = false), { once: true });
  const outcome = await call('dispatch.drag', { id });
  if (!outcome.ok) sayError(outcome.error);
}

/** Whether what is being dragged came from this window: it is not to be imported into it. */
export function isDraggedOut(): boolean {
  return draggedOut;
}
