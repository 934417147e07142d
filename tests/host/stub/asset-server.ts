import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESS_HEADER, PARTITION_HEADER, type FetchReply, type FetchRequest } from '../messages';

const headerOf = (message: IncomingMessage, name: string): string | undefined => {
  const value = message.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Where Chromium fetches what the app's own schemes serve to its pages: straight from main's process, as from a real
 * protocol handler, and not through the test process, which takes a tenth of a second for a large file.
 */
export class AssetServer {
  readonly #fetch: (request: FetchRequest) => Promise<FetchReply> | FetchReply;
  #port: Promise<number> | undefined;

  constructor(fetch: (request: FetchRequest) => Promise<FetchReply> | FetchReply) {
    this.#fetch = fetch;
  }

  /** The port on the loopback interface, listened to from the first time that it is asked for. */
  get port(): Promise<number> {
    return (this.#port ??= new Promise((resolve, reject) => {
      const server = createServer((message, response) => void this.#answer(message, response));
      server.on('error', reject);
      // Main ends when it wants to.
      server.unref();
      server.listen(0, '127.0.0.1', () => {
        resolve((server.address() as AddressInfo).port);
      });
    }));
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = headerOf(message, ADDRESS_HEADER);
    const partition = headerOf(message, PARTITION_HEADER) ?? '';
    const reply =
      url === undefined
        ? { failed: 'ERR_INVALID_URL' }
        : // Without headers: no handler asks who wants a file, and to take in some fifteen of them takes 3 ms a file.
          await this.#fetch({ url, method: 'GET', headers: {}, body: null, ...(partition !== '' && { partition }) });
    if ('failed' in reply) {
      response.destroy();
      return;
    }
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(reply.body);
  }
}
