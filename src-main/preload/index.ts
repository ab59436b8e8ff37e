import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channelNames, eventNames, type EventName } from '../contract/channels';

/**
 * Exposes `window.writethru`: one function a channel, fixed names, nothing raw. Paths of dropped
 * files are read here, where only real files have one, and never pass through the page.
 */
const pathChannel = 'import.paths';

const invoke = (channel: string, payload: unknown): Promise<unknown> =>
  ipcRenderer.invoke(`writethru:${channel}`, payload);

const calls = Object.fromEntries(
  channelNames
    .filter((name) => name !== pathChannel)
    .map((name) => [name, (payload: unknown) => invoke(name, payload)]),
);

const importDropped = (files: readonly File[]): Promise<unknown> => {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  return invoke(pathChannel, { paths });
};

const on = (event: EventName, listener: (payload: unknown) => void): (() => void) => {
  if (!eventNames.includes(event)) throw new Error('Unknown event.');
  const channel = `writethru:event:${event}`;
  const heard = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
};

contextBridge.exposeInMainWorld('writethru', Object.freeze({ ...calls, importDropped, on }));
