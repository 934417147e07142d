import type { CustomScheme } from 'electron';

// What the test process and the child process, in which main runs, ask of each other. Values that come from the app
// travel as text of the codec.

/** A page's message to main. */
export interface PageMessage {
  readonly win: number;
  /** Address of the frame that sent it, in the app's own scheme. */
  readonly url: string;
  readonly channel: string;
  readonly payload: string;
}

/** What a page asks the protocol handler for. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** The session that the page belongs to; absent for the default one. */
  readonly partition?: string | undefined;
}

/** What a request for a file carries to the process of main: its address in the app's own scheme, and its session. */
export const ADDRESS_HEADER = 'x-host-address';
export const PARTITION_HEADER = 'x-host-partition';

/** What the protocol handler answered. */
export type FetchReply =
  | { readonly failed: string; readonly error?: string }
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array };

/** Options of printToPDF that the host passes on. */
export type PdfOptions = Readonly<
  Partial<
    Record<
      'printBackground' | 'landscape' | 'preferCSSPageSize' | 'generateTaggedPDF' | 'generateDocumentOutline',
      boolean
    >
  >
> & { readonly pageSize?: unknown };

/** What main's child process asks of the test process. */
export interface HostOps {
  scheme: { args: { scheme: string; privileges: CustomScheme['privileges'] | null }; result: undefined };
  crashed: { args: { error: string }; result: undefined };
  theme: { args: { source: 'system' | 'light' | 'dark' }; result: undefined };
  permissions: { args: undefined; result: undefined };
  'win.create': {
    args: {
      id: number;
      preload: string | undefined;
      width: number;
      height: number;
      /** A session in memory, of its own; absent for the default one. */
      partition?: string | undefined;
      javaScript: boolean;
    };
    result: undefined;
  };
  'win.load': { args: { id: number; url: string }; result: { error?: string } };
  'win.send': { args: { id: number; channel: string; payload: string }; result: undefined };
  'win.exec': { args: { id: number; code: string }; result: string };
  'win.pdf': { args: { id: number; options: PdfOptions }; result: Uint8Array };
  'win.shot': { args: { id: number }; result: Uint8Array };
  'win.reload': { args: { id: number }; result: undefined };
  'win.crash': { args: { id: number }; result: undefined };
  'win.size': { args: { id: number; width: number; height: number }; result: undefined };
  'win.zoom': { args: { id: number; factor: number }; result: undefined };
  'win.close': { args: { id: number }; result: undefined };
  quit: { args: { code: number }; result: undefined };
}

/** What the test process asks of main's child process. */
export interface ChildOps {
  evaluate: { args: { source: string; arg: string; win?: number }; result: string };
  log: { args: undefined; result: string };
  'app.quit': { args: undefined; result: undefined };
  'ipc.invoke': { args: PageMessage; result: { payload: string } | { error: string } };
  'ipc.send': { args: PageMessage; result: undefined };
  'protocol.fetch': { args: FetchRequest; result: FetchReply };
  permission: { args: { permission: string; origin: string }; result: boolean };
  request: {
    args: { url: string; method: string; resourceType: string; partition?: string | undefined };
    /** `port`: where main's process serves the files of pages. */
    result: { cancel?: boolean; port: number };
  };
  'win.navigate': { args: { win: number; url: string }; result: { prevented: boolean } };
  'win.open': { args: { win: number; url: string; frameName: string; features: string }; result: { action: string } };
  'win.event': {
    args: { win: number; event: string; url?: string; title?: string; args?: readonly unknown[] };
    result: undefined;
  };
  'win.closed': { args: { win: number }; result: undefined };
}

/** How the child process is to run main. */
export interface ChildConfig {
  readonly root: string;
  readonly main: string;
  readonly args: readonly string[];
  readonly home: string;
  readonly locale: string;
  readonly electronVersion: string;
  readonly chromeVersion: string;
  /** Set where main is to believe that it is packaged. */
  readonly resourcesPath?: string | undefined;
}
