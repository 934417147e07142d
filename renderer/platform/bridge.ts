import { z } from 'zod';
import { BRIDGE_NAME, EVENT_CHANNELS, type EventChannel, type RequestChannel } from '#core/ipc/channels';
import { contract, events, type EventOf, type ReplyOf, type RequestOf } from '#core/ipc/contract';

/** The page's way to main: typed by the contract, and checked in both directions. */
export interface Bridge {
  request<Channel extends RequestChannel>(
    channel: Channel,
    ...payload: RequestOf<Channel> extends undefined ? [] : [RequestOf<Channel>]
  ): Promise<ReplyOf<Channel>>;
  /** Calls back at each event until the returned function is called. */
  listen<Channel extends EventChannel>(channel: Channel, listener: (payload: EventOf<Channel>) => void): () => void;
}

const exposed = z.object({
  request: z.custom<(channel: RequestChannel, payload: unknown) => Promise<unknown>>((v) => typeof v === 'function'),
  listen: z.custom<(channel: EventChannel, listener: (payload: unknown) => void) => void>(
    (v) => typeof v === 'function',
  ),
});

/** Takes up what the preload exposed. Throws if the page runs without it: nothing can work then. */
export function connectBridge(global: object = globalThis): Bridge {
  const raw = exposed.parse(Reflect.get(global, BRIDGE_NAME));
  const listeners = new Map<EventChannel, Set<(payload: unknown) => void>>();
  for (const channel of EVENT_CHANNELS) {
    const set = new Set<(payload: unknown) => void>();
    listeners.set(channel, set);
    raw.listen(channel, (payload) => {
      const parsed = events[channel].safeParse(payload);
      if (parsed.success) for (const listener of set) listener(parsed.data);
    });
  }
  return {
    request: async (channel, ...payload) => {
      const reply = await raw.request(channel, payload[0]);
      // The contract pairs each channel with one schema; indexed by a type parameter, TypeScript sees their union.
      return contract[channel].reply.parse(reply) as ReplyOf<typeof channel>;
    },
    listen: (channel, listener) => {
      const heard = (payload: unknown): void => {
        // Parsed above by the schema of this very channel.
        listener(payload as EventOf<typeof channel>);
      };
      listeners.get(channel)?.add(heard);
      return () => listeners.get(channel)?.delete(heard);
    },
  };
}
