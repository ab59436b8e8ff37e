import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channelNames } from '../contract/channels';
import type { Router, Sender } from '../ipc/router';

/** Gives every channel of the contract to the router. */
export function connectChannels(router: Router): void {
  for (const channel of channelNames) {
    ipcMain.handle(`writethru:${channel}`, (event, payload: unknown) =>
      router(channel, payload, senderOf(event)),
    );
  }
}

/** Only a window's own top page, served from one of these origins, is answered. */
export function trusts(origins: readonly string[]): (sender: Sender) => boolean {
  return ({ url, isMainFrame, windowId }) =>
    isMainFrame && windowId >= 0 && origins.some((origin) => url.startsWith(`${origin}/`));
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    url: frame?.url ?? '',
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    windowId: BrowserWindow.fromWebContents(event.sender)?.id ?? -1,
  };
}
