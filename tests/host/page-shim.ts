// Runs in a page before any of its scripts: the real built preload, in a closure with the `require` and `process` that
// a preload in Electron's sandbox would see.
import { decode, encode } from './codec';

/** How the page reaches the test process. */
export interface ShimConfig {
  /** Name of the function that sends to the test process; taken off the window at once. */
  readonly binding: string;
  /** Name of the function through which events of main arrive. */
  readonly deliver: string;
  readonly preloadPath: string;
  readonly platform: string;
}

type Native = (kind: string, channel: string, payload: string) => Promise<unknown>;
type Listener = (event: object, ...args: unknown[]) => void;
type Reply = { readonly payload: string; readonly error?: undefined } | { readonly error: string };
type Preload = (require: (id: string) => unknown, exports: object, module: object, process: object) => void;

const cannotClone = (): never => {
  throw new Error('An object could not be cloned.');
};

function encodeArgs(args: readonly unknown[]): string {
  try {
    return encode(structuredClone(args));
  } catch {
    return cannotClone();
  }
}

function makeIpcRenderer(native: Native) {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const of = (channel: string) => {
    const known = listeners.get(channel) ?? [];
    listeners.set(channel, known);
    return known;
  };
  const add = (channel: string, listener: Listener, once: boolean): void => {
    of(channel).push({ listener, once });
  };
  const off = (channel: string, listener: Listener): void => {
    const list = of(channel);
    const at = list.findIndex((entry) => entry.listener === listener);
    if (at >= 0) list.splice(at, 1);
  };
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const reply = (await native('invoke', channel, encodeArgs(args))) as Reply;
      if (reply.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      return decode(reply.payload);
    },
    send: (channel: string, ...args: unknown[]) => void native('send', channel, encodeArgs(args)),
    on: (channel: string, listener: Listener) => {
      add(channel, listener, false);
    },
    once: (channel: string, listener: Listener) => {
      add(channel, listener, true);
    },
    off,
    removeListener: off,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
    },
  };
  const deliver = (channel: string, payload: string): void => {
    for (const { listener, once } of [...of(channel)]) {
      if (once) off(channel, listener);
      listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...(decode(payload) as unknown[]));
    }
  };
  return { ipcRenderer, deliver };
}

const rethrow = (error: unknown): never => {
  throw error instanceof Error ? new Error(error.message) : new Error(String(error));
};

const wrapped = new WeakMap<object, unknown>();

/** A function as the bridge lets it through: arguments and results are copied, of an error only the message is left. */
function crossFunction(call: (...args: unknown[]) => unknown): unknown {
  const known = wrapped.get(call);
  if (known !== undefined) return known;
  const proxy = (...args: unknown[]): unknown => {
    try {
      return cross(call(...args.map((arg) => cross(arg))));
    } catch (error) {
      // As Electron does: only the message crosses, no cause.
      return rethrow(error);
    }
  };
  wrapped.set(call, proxy);
  return proxy;
}

/** What comes out on the other side of Electron's contextBridge: copies without prototypes, functions proxied. */
function cross(value: unknown): unknown {
  if (typeof value === 'symbol') return cannotClone();
  if (typeof value === 'function') return crossFunction(value as (...args: unknown[]) => unknown);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Promise) return value.then(cross, rethrow);
  if (value instanceof Error) return new Error(value.message);
  if (Array.isArray(value)) return value.map(cross);
  if (value instanceof Element || value instanceof Blob) return value;
  if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
  const copy = {};
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: cross(item), writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

function freeze(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown): void => {
    if (Object.hasOwn(window, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true });
  },
};

const missing = (name: string): object =>
  new Proxy(
    {},
    {
      get: (_target, key) => {
        throw new Error(`test host: ${name}.${String(key)} is not emulated`);
      },
    },
  );

/**
 * Tells the host what the session's storage holds, at each change. In Electron that is Chromium's browser process, which
 * gives it to the page that takes the place of one that died; the host has to open another tab for that one.
 */
function mirrorSession(native: Native): void {
  const tell = (key: string | null, value: string | null): void =>
    void native('session', location.origin, JSON.stringify([key, value]));
  const put = Reflect.get(Storage.prototype, 'setItem');
  const remove = Reflect.get(Storage.prototype, 'removeItem');
  const clear = Reflect.get(Storage.prototype, 'clear');
  const isSession = (storage: Storage): boolean => storage === sessionStorage;
  Storage.prototype.setItem = function (key, value) {
    put.call(this, key, value);
    if (isSession(this)) tell(key, value);
  };
  Storage.prototype.removeItem = function (key) {
    remove.call(this, key);
    if (isSession(this)) tell(key, null);
  };
  Storage.prototype.clear = function () {
    clear.call(this);
    if (isSession(this)) tell(null, null);
  };
}

/** Tells the host of a right-click that the page has no menu for, with what Chromium would say of it. */
function tellContextMenus(native: Native): void {
  addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    const field =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target : null;
    const isEditable =
      field !== null && !field.readOnly && !field.disabled && !['radio', 'checkbox'].includes(field.type);
    const isSelected =
      field === null ? !(getSelection()?.isCollapsed ?? true) : field.selectionStart !== field.selectionEnd;
    const selectionText =
      field === null ? String(getSelection()) : field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    // Nothing else says whether typing can be taken back.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
    const can = (name: 'undo' | 'redo'): boolean => isEditable && document.queryCommandEnabled(name);
    const editFlags = {
      canUndo: can('undo'),
      canRedo: can('redo'),
      canCut: isEditable && isSelected,
      canCopy: isSelected,
      canPaste: isEditable,
      canDelete: isEditable && isSelected,
      canSelectAll: true,
    };
    const { clientX: x, clientY: y } = event;
    void native('context-menu', '', JSON.stringify({ x, y, isEditable, selectionText, editFlags }));
  });
}

/** Runs the preload in this page, unless it is a frame inside another or an empty page. */
export function runPreload(config: ShimConfig, preload: Preload): void {
  if (window.top !== window.self || location.href === 'about:blank') return;
  const native = Reflect.get(window, config.binding) as Native;
  Reflect.deleteProperty(window, config.binding);
  mirrorSession(native);
  tellContextMenus(native);
  const { ipcRenderer, deliver } = makeIpcRenderer(native);
  Object.defineProperty(window, config.deliver, { value: deliver });
  const electron = { contextBridge, ipcRenderer, webFrame: missing('webFrame'), webUtils: missing('webUtils') };
  const require = (id: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(id)) return electron;
    throw new Error(`module not found: ${id} (a sandboxed preload has only electron, events, timers and url)`);
  };
  const process = { platform: config.platform, type: 'renderer', sandboxed: true, contextIsolated: true, versions: {} };
  try {
    preload(require, {}, { exports: {} }, process);
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`Unable to load preload script: ${config.preloadPath}`, error);
    void native('preload-error', config.preloadPath, encode(words));
  }
}
