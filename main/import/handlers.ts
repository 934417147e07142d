import { READERS } from '#core/exchange/readers';
import type { Handlers } from '#core/ipc/contract';
import { LARGEST_IMPORT, type importContract } from '#core/ipc/import-contract';
import type { FileDialogs } from '../files/dialogs';
import { openBytes } from '../files/open-text-file';
import type { MainStrings } from '../menu/strings';

/** What the handler needs from outside. */
export interface ImportParts {
  readonly dialogs: FileDialogs;
  readonly strings: () => MainStrings;
}

/** How names of files end that notes come in by, each once. */
const EXTENSIONS = [...new Set(READERS.flatMap(({ extensions }) => extensions))];

/** Carries out what the page asks about notes that come in: the path comes from a dialog, and only the bytes go back. */
export function importHandlers({ dialogs, strings }: ImportParts): Pick<Handlers, keyof typeof importContract> {
  return {
    'import.open': async () => {
      const { importNotes, notesFiles, allFiles } = strings();
      const filePath = await dialogs.file(importNotes, [
        ...(EXTENSIONS.length === 0 ? [] : [{ name: notesFiles, extensions: EXTENSIONS }]),
        { name: allFiles, extensions: ['*'] },
      ]);
      return filePath === undefined ? { kind: 'cancelled' } : openBytes(filePath, LARGEST_IMPORT);
    },
  };
}
