import { contextBridge, ipcRenderer } from 'electron';
import {
  BRIDGE_NAME,
  EVENT_CHANNELS,
  REQUEST_CHANNELS,
  type EventChannel,
  type RequestChannel,
} from '#core/ipc/channels';

// Only these two functions cross into the page, and only with the channels named in the contract. Payloads are
// checked on both far sides: by main before it acts, by the page before it believes.
contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  request: (channel: RequestChannel, payload: unknown): Promise<unknown> => {
    if (!REQUEST_CHANNELS.includes(channel)) return Promise.reject(new Error('unknown channel'));
    return ipcRenderer.invoke(channel, payload);
  },
  listen: (channel: EventChannel, listener: (payload: unknown) => void): void => {
    if (!EVENT_CHANNELS.includes(channel)) throw new Error('unknown channel');
    ipcRenderer.on(channel, (_event, payload: unknown) => {
      listener(payload);
    });
  },
});
