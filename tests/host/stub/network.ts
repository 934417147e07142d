import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CustomScheme } from 'electron';
import type { FetchReply, FetchRequest } from '../messages';
import { AssetServer } from './asset-server';
import type { WindowList } from './browser-window';
import type { SomeAnswers, StubContext } from './context';
import { strict } from './strict';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  decide: (granted: boolean) => void,
  details: object,
) => void;
type BeforeRequest = (details: object, decide: (response: { cancel?: boolean }) => void) => void;

const notEmulated = (name: string) => (): never => {
  throw new Error(`test host: ${name} is not emulated`);
};

async function serve(handler: ProtocolHandler | undefined, request: FetchRequest): Promise<FetchReply> {
  if (handler === undefined) return { failed: 'ERR_UNKNOWN_URL_SCHEME' };
  const { url, method, headers, body } = request;
  try {
    const sent = new Request(url, { method, headers, ...(body && { body: new Uint8Array(body), duplex: 'half' }) });
    const response = await handler(sent);
    if (response.type === 'error') return { failed: 'ERR_FAILED' };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: [...response.headers], body: bytes };
  } catch (error) {
    return { failed: 'ERR_UNEXPECTED', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What schemes may do, for all sessions alike. */
type Schemes = Map<string, CustomScheme['privileges']>;

function makeProtocol({ link }: StubContext, isReady: () => boolean, schemes: Schemes) {
  const served = new Map<string, ProtocolHandler>();
  const protocol = strict('protocol', {
    registerSchemesAsPrivileged: (list: readonly CustomScheme[]) => {
      if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme, privileges } of list) schemes.set(scheme, privileges ?? {});
    },
    handle: (scheme: string, handler: ProtocolHandler) => {
      if (served.has(scheme)) throw new Error(`The scheme '${scheme}' has been registered`);
      served.set(scheme, handler);
      link.tell('scheme', { scheme, privileges: schemes.get(scheme) ?? null });
    },
    unhandle: (scheme: string) => {
      served.delete(scheme);
    },
    isProtocolHandled: (scheme: string) => served.has(scheme),
  });
  const fetchAnswer = (request: FetchRequest): Promise<FetchReply> =>
    serve(served.get(new URL(request.url).protocol.slice(0, -1)), request);
  return { protocol, fetchAnswer };
}

function makeSession({ link }: StubContext, protocol: object, userData: (() => string) | undefined) {
  const isDefault = userData !== undefined;
  const asked: { check?: PermissionCheck; request?: PermissionRequest; before?: BeforeRequest } = {};
  const members = {
    protocol,
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      asked.request = handler;
      if (isDefault) link.tell('permissions', undefined);
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      asked.check = handler;
      if (isDefault) link.tell('permissions', undefined);
    },
    webRequest: strict('webRequest', {
      onBeforeRequest: (filter: BeforeRequest | object, listener?: BeforeRequest) => {
        asked.before = listener ?? (filter as BeforeRequest);
      },
      onHeadersReceived: notEmulated('webRequest.onHeadersReceived (set headers in protocol.handle)'),
    }),
    clearCache: () => Promise.resolve(),
    clearStorageData: notEmulated('session.clearStorageData'),
    getUserAgent: () => 'host',
    isPersistent: () => isDefault,
    getStoragePath: userData ?? (() => null),
    setSpellCheckerEnabled: () => undefined,
    flushStorageData: () => undefined,
  };
  return { asked, session: strict('session', Object.assign(new EventEmitter(), members)) };
}

/** Sessions that live in memory, made when they are first asked for; each has its own protocols and permissions. */
class Partitions {
  readonly #made = new Map<
    string,
    Pick<ReturnType<typeof makeProtocol>, 'fetchAnswer'> & ReturnType<typeof makeSession>
  >();
  readonly #context: StubContext;
  readonly #isReady: () => boolean;
  readonly #schemes: Schemes;

  constructor(context: StubContext, isReady: () => boolean, schemes: Schemes) {
    this.#context = context;
    this.#schemes = schemes;
    this.#isReady = isReady;
  }

  /** As Electron's session.fromPartition. */
  readonly from = (name: string, options: { readonly cache?: boolean } = {}): object => {
    if (name.startsWith('persist:')) notEmulated('a session that is kept')();
    for (const key of Object.keys(options)) if (key !== 'cache') notEmulated(`session.fromPartition with ${key}`)();
    const known = this.#made.get(name);
    if (known !== undefined) return known.session;
    const { protocol, fetchAnswer } = makeProtocol(this.#context, this.#isReady, this.#schemes);
    const made = { fetchAnswer, ...makeSession(this.#context, protocol, undefined) };
    this.#made.set(name, made);
    return made.session;
  };

  readonly nameOf = (session: object): string | undefined =>
    [...this.#made].find(([, made]) => made.session === session)?.[0];

  named(name: string) {
    return this.#made.get(name);
  }
}

/** The stand-ins for `protocol`, `net` and `session`, and the answers to what pages ask of them. */
export function makeNetwork(
  context: StubContext,
  parts: { readonly isReady: () => boolean; readonly userData: () => string; readonly windows: WindowList },
) {
  const schemes: Schemes = new Map();
  const { protocol, fetchAnswer } = makeProtocol(context, parts.isReady, schemes);
  const { asked, session: defaultSession } = makeSession(context, protocol, parts.userData);
  const partitions = new Partitions(context, parts.isReady, schemes);
  const net = strict('net', {
    isOnline: () => false,
    fetch: (input: string | URL | Request): Promise<Response> => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.startsWith('file:'))
        return Promise.resolve(new Response(new Uint8Array(readFileSync(fileURLToPath(url)))));
      context.record('net.fetch', url);
      return Promise.reject(new TypeError('net::ERR_INTERNET_DISCONNECTED'));
    },
  });
  const session = strict('session', { defaultSession, fromPartition: partitions.from });
  const fetchFor = (request: FetchRequest): Promise<FetchReply> | FetchReply => {
    if (request.partition === undefined) return fetchAnswer(request);
    return partitions.named(request.partition)?.fetchAnswer(request) ?? { failed: 'ERR_FAILED' };
  };
  const assets = new AssetServer(fetchFor);
  const answers: SomeAnswers = {
    'protocol.fetch': fetchFor,
    permission: ({ permission, origin }) =>
      new Promise((resolve) => {
        const contents = [...parts.windows.open.values()][0]?.webContents ?? null;
        const details = { requestingUrl: origin, isMainFrame: true };
        if (asked.check?.(contents, permission, origin, details) === false) resolve(false);
        else if (asked.request === undefined) resolve(true);
        else asked.request(contents, permission, resolve, details);
      }),
    request: async ({ partition, ...details }) => {
      const { before } = (partition === undefined ? undefined : partitions.named(partition)?.asked) ?? asked;
      const decided = await new Promise<{ cancel?: boolean }>((resolve) => {
        if (before === undefined) resolve({});
        else before(details, resolve);
      });
      return { ...decided, port: await assets.port };
    },
  };
  return { protocol, net, session, defaultSession, partitionOf: partitions.nameOf, answers };
}
