import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESS_HEADER, PARTITION_HEADER, type FetchReply, type FetchRequest } from '../messages';

const headersOf = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(message.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

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
    const { [ADDRESS_HEADER]: url, [PARTITION_HEADER]: partition = '', ...headers } = headersOf(message);
    const reply =
      url === undefined
        ? { failed: 'ERR_INVALID_URL' }
        : await this.#fetch({ url, method: 'GET', headers, body: null, ...(partition !== '' && { partition }) });
    if ('failed' in reply) {
      response.destroy();
      return;
    }
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(reply.body);
  }
}
