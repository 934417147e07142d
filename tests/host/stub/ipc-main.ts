import { EventEmitter } from 'node:events';
import { decode, encode } from '../codec';
import type { PageMessage } from '../messages';
import type { WindowList } from './browser-window';
import type { SomeAnswers } from './context';
import { frameAt } from './web-contents';

type Handler = (event: object, ...args: unknown[]) => unknown;

const argsOf = (payload: string): unknown[] => decode(payload) as unknown[];

/** The stand-in for `ipcMain`, and the answers to what pages send. */
export function makeIpcMain(windows: WindowList): { ipcMain: EventEmitter; answers: SomeAnswers } {
  const handlers = new Map<string, Handler>();
  const eventOf = ({ win, url }: PageMessage): object => ({
    type: 'frame',
    sender: windows.open.get(win)?.webContents,
    senderFrame: frameAt(url),
    frameId: 1,
    processId: 1,
    ports: [],
  });
  const handle = (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  };
  const ipcMain = Object.assign(new EventEmitter(), {
    handle,
    handleOnce: (channel: string, handler: Handler) => {
      handle(channel, (...args) => {
        handlers.delete(channel);
        return handler(...args);
      });
    },
    removeHandler: (channel: string) => {
      handlers.delete(channel);
    },
  });
  const answers: SomeAnswers = {
    'ipc.invoke': async (message) => {
      const handler = handlers.get(message.channel);
      if (handler === undefined) return { error: `Error: No handler registered for '${message.channel}'` };
      try {
        return { payload: encode(await handler(eventOf(message), ...argsOf(message.payload))) };
      } catch (error) {
        return { error: String(error) };
      }
    },
    'ipc.send': (message) => {
      const reply = (channel: string, ...args: unknown[]): void => {
        windows.open.get(message.win)?.webContents.send(channel, ...args);
      };
      ipcMain.emit(message.channel, { ...eventOf(message), reply }, ...argsOf(message.payload));
      return undefined;
    },
  };
  return { ipcMain, answers };
}
