import { BrowserWindow } from 'electron';
import type { EventName } from '../contract/channels';
import type { EventOf } from '../contract/events';

/** Tells every window of an event. */
export function tellAll<E extends EventName>(event: E, payload: EventOf<E>): void {
  for (const window of BrowserWindow.getAllWindows()) tell(window, event, payload);
}

/** Tells one window of an event. */
export function tell<E extends EventName>(
  window: BrowserWindow,
  event: E,
  payload: EventOf<E>,
): void {
  if (!window.isDestroyed() && !window.webContents.isDestroyed()) {
    window.webContents.send(`writethru:event:${event}`, payload);
  }
}
