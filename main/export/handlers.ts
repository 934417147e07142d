import { formatOf } from '#core/exchange/formats';
import type { Handlers } from '#core/ipc/contract';
import type { Language } from '#core/ipc/language';
import type { FileDialogs } from '../files/dialogs';
import { mainStrings } from '../menu/strings';
import { bytesOf } from './bytes-of';
import { writeExport } from './save-export';

interface ExportParts {
  readonly dialogs: FileDialogs;
  readonly language: () => Language;
}

/** Answers the page's requests about notes that leave. */
export const exportHandlers = ({ dialogs, language }: ExportParts): Pick<Handlers, 'export.save'> => ({
  'export.save': async ({ suggestedName, format, content }) => {
    const found = formatOf(format);
    if (found === undefined) return { kind: 'failed', reason: 'other', fileName: suggestedName };
    const { words, extension } = found;
    const kind = { name: words[language()].name, extension };
    const filePath = await dialogs.place(mainStrings(language()).exportNotes, suggestedName, kind);
    return filePath === undefined ? { kind: 'cancelled' } : writeExport(filePath, await bytesOf(content));
  },
});
