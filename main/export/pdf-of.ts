import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session, type PrintToPDFOptions, type Session } from 'electron';
import type { Layout } from '#core/text/layout';
import { APP_ORIGIN, APP_SCHEME, serveFile } from '../protocol/app-protocol';
import { boundAtRight } from './bound-at-right';
import { restrictPermissions } from '../window/lock-down';

/** An HTML document, and how its lines run. */
export interface ToPrint {
  readonly html: string;
  readonly lines: Layout;
}

/** Makes a PDF of an HTML document; rejects once the signal is aborted. */
export type Print = (document: ToPrint, signal?: AbortSignal) => Promise<Buffer>;

/** The document may be styled, by itself and by the app's fonts, and nothing else: nothing runs, nothing is sent. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";

/** How long nothing must have been asked for until a page counts as complete. Fonts are asked for as it is laid out. */
const QUIET_MS = 200;
const LONGEST_WAIT_MS = 30_000;

/** The links to the app's fonts, as the build has named them. */
async function fontLinks(rendererFolder: string): Promise<string> {
  const shell = await readFile(join(rendererFolder, 'print.html'), 'utf8');
  const links = shell.match(/<link[^>]+rel="stylesheet"[^>]*>/g) ?? [];
  if (links.length === 0) throw new Error('the shell for printing has no style sheet');
  return links.join('\n');
}

/** Tells when a page has asked for nothing for a while. */
class Quiet {
  #open = 0;
  #last = performance.now();

  async during<Value>(answer: () => Promise<Value>): Promise<Value> {
    this.#open++;
    try {
      return await answer();
    } finally {
      this.#open--;
      this.#last = performance.now();
    }
  }

  async wait(signal: AbortSignal | undefined): Promise<void> {
    const from = performance.now();
    this.#last = from;
    while (performance.now() - from < LONGEST_WAIT_MS) {
      signal?.throwIfAborted();
      if (this.#open === 0 && performance.now() - this.#last >= QUIET_MS) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** The session that documents are laid out in: it lives in memory, and knows nothing of the profile. */
class PrintSession {
  readonly session: Session;
  readonly quiet = new Quiet();
  readonly #documents = new Map<string, string>();

  constructor(rendererFolder: string) {
    this.session = session.fromPartition(`print-${randomUUID()}`, { cache: false });
    restrictPermissions(this.session);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    };
    this.session.protocol.handle(APP_SCHEME.scheme, (request) =>
      this.quiet.during(async () => {
        const document = this.#documents.get(request.url);
        return document === undefined ? serveFile(request, rendererFolder) : new Response(document, { headers });
      }),
    );
  }

  /** Serves a document at one address that nobody can guess, and to its page the app's own files; nothing else. */
  add(document: string): string {
    const address = `${APP_ORIGIN}/${randomUUID()}.html`;
    this.#documents.set(address, document);
    return address;
  }

  remove(address: string): void {
    this.#documents.delete(address);
  }
}

function hiddenWindow(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    // As wide as what is printed, so that it is laid out nearly as it will be.
    ...{ width: 800, height: 1130 },
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
}

/** The document, with the links right after what says its encoding. */
const withFonts = (html: string, links: string): string =>
  html.replace('<meta charset="utf-8">', (meta) => `${meta}\n${links}`);

const PAGES: PrintToPDFOptions = {
  preferCSSPageSize: true,
  pageSize: 'A4',
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** What a promise brings; rejects with the signal's reason if that is aborted before. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
    if (signal.aborted) stop();
  });
}

/** How printing on paper ended. */
export type OnPaper = 'printed' | 'cancelled' | 'failed';

/** What lays documents out for paper. */
export interface Printer {
  /** A PDF of a document, on the pages that it asks for, or else of A4. */
  readonly pdf: Print;
  /** Shows the system's dialog, and prints a document whose lines run so on the paper that the person chooses there. */
  readonly paper: (document: ToPrint) => Promise<OnPaper>;
}

/**
 * Prints what a page shows; where its lines run down, the paper is laid across at first. Chromium reports being
 * cancelled as a failure of that name.
 */
const toPaper = ({ webContents }: BrowserWindow, lines: Layout): Promise<OnPaper> =>
  new Promise((resolve) => {
    webContents.print(
      { silent: false, printBackground: true, landscape: lines === 'vertical' },
      (isPrinted, reason) => {
        resolve(isPrinted ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed');
      },
    );
  });

/**
 * Lays documents out in the app's own fonts, which lie in `rendererFolder`: each in a hidden window of a session apart,
 * in which no script runs.
 */
export function printer(rendererFolder: string): Printer {
  let known: PrintSession | undefined;
  async function laidOut<Value>(
    html: string,
    signal: AbortSignal | undefined,
    use: (window: BrowserWindow) => Promise<Value>,
  ): Promise<Value> {
    signal?.throwIfAborted();
    const own = (known ??= new PrintSession(rendererFolder));
    const address = own.add(withFonts(html, await fontLinks(rendererFolder)));
    const window = hiddenWindow(own.session);
    const work = async (): Promise<Value> => {
      await window.loadURL(address);
      await own.quiet.wait(signal);
      return use(window);
    };
    try {
      // Whatever becomes of a page whose window is gone, who stopped it does not wait for it.
      return await unlessAborted(work(), signal);
    } finally {
      own.remove(address);
      if (!window.isDestroyed()) window.destroy();
    }
  }
  return {
    pdf: async ({ html, lines }, signal) => {
      const bytes = await laidOut(html, signal, ({ webContents }) => webContents.printToPDF(PAGES));
      return lines === 'vertical' ? boundAtRight(bytes) : bytes;
    },
    paper: ({ html, lines }) => laidOut(html, undefined, (window) => toPaper(window, lines)),
  };
}
