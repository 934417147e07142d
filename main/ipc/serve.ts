import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { REQUEST_CHANNELS, type RequestChannel } from '#core/ipc/channels';
import { contract, type Handlers } from '#core/ipc/contract';
import type { Log } from '../log';

/** What `serve` needs from outside; `isOurs` decides whether a frame may ask at all. */
export interface ServeParts {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly handlers: Handlers;
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean;
  /** Runs a handler so that it can be known for which window it works. */
  readonly during: (event: IpcMainInvokeEvent, run: () => unknown) => unknown;
  readonly log: Log;
}

/**
 * Registers a handler for every request channel. A stranger's frame and a malformed payload are refused before
 * the handler runs, with an error that says no more than that; the log says it once per channel, so that a
 * page gone wild cannot fill the disk.
 */
export function serve({ ipcMain, handlers, isOurs, during, log }: ServeParts): void {
  const said = new Set<string>();
  const refuse = (channel: RequestChannel, why: string): never => {
    const line = `refused a request on ${channel}: ${why}`;
    if (!said.has(line)) log(line);
    said.add(line);
    throw new Error(why);
  };
  const register = (channel: RequestChannel): void => {
    ipcMain.handle(channel, (event, payload: unknown): unknown => {
      if (!isOurs(event)) refuse(channel, 'not from this application');
      const parsed = contract[channel].request.safeParse(payload);
      if (!parsed.success) return refuse(channel, 'malformed request');
      // The table of handlers is typed channel by channel; here the channel is any of them, and the payload has
      // just been parsed by the schema of that very channel.
      const handler = handlers[channel] as (request: unknown) => unknown;
      return during(event, () => handler(parsed.data));
    });
  };
  REQUEST_CHANNELS.forEach(register);
}
