import { join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import { safeFileName } from '../export/save-export';

/** What dialogs about files need from outside. */
export interface DialogParts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  /** The window that dialogs belong to, while there is one. */
  readonly window: () => BrowserWindow | undefined;
  /** The folder of the person's documents, an absolute path. */
  readonly documents: () => string;
}

/** Asks the person for files and folders. Each answer is an absolute path; undefined where they chose none. */
export class FileDialogs {
  readonly #parts: DialogParts;

  constructor(parts: DialogParts) {
    this.#parts = parts;
  }

  /** Where a file is to be saved; `name` is what it is called if the person does not say otherwise. */
  async place(title: string, name: string, kind: { readonly name: string; readonly extension: string }) {
    const { dialog, window, documents } = this.#parts;
    const parent = window();
    if (parent === undefined) return undefined;
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title,
      defaultPath: join(documents(), `${safeFileName(name)}.${kind.extension}`),
      filters: [{ name: kind.name, extensions: [kind.extension] }],
    });
    return canceled || filePath === '' ? undefined : filePath;
  }

  /** A file to be read. */
  async file(title: string, filters: FileFilter[], folder?: string): Promise<string | undefined> {
    return this.#open({
      title,
      filters,
      properties: ['openFile'],
      ...(folder !== undefined && { defaultPath: folder }),
    });
  }

  /** A folder, which the person may make. */
  async folder(title: string): Promise<string | undefined> {
    const defaultPath = this.#parts.documents();
    return this.#open({ title, defaultPath, properties: ['openDirectory', 'createDirectory'] });
  }

  /** The folder of the person's documents. */
  documents(): string {
    return this.#parts.documents();
  }

  async #open(options: Electron.OpenDialogOptions): Promise<string | undefined> {
    const { dialog, window } = this.#parts;
    const parent = window();
    if (parent === undefined) return undefined;
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, options);
    return canceled ? undefined : filePaths[0];
  }
}
