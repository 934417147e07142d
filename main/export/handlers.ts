import type { Handlers } from '#core/ipc/contract';
import type { Language } from '#core/ipc/language';
import type { FileDialogs } from '../files/dialogs';
import { mainStrings } from '../menu/strings';
import { bytesOf, type ByteMakers } from './bytes-of';
import { writeExport } from './save-export';

interface ExportParts {
  readonly dialogs: Pick<FileDialogs, 'place'>;
  readonly language: () => Language;
  readonly makers: ByteMakers;
  readonly log: (line: string) => void;
}

/** Answers the page's requests about notes that leave. */
export function exportHandlers(parts: ExportParts): Pick<Handlers, 'export.save' | 'export.cancel'> {
  const { dialogs, language, makers, log } = parts;
  const underWay = new Set<AbortController>();

  const save: Handlers['export.save'] = async ({ suggestedName, format, content }) => {
    // Loaded when first asked for: the start does not wait for what makes files.
    const { formatOf } = await import('#core/exchange/formats');
    const found = formatOf(format);
    if (found === undefined) return { kind: 'failed', reason: 'other', fileName: suggestedName };
    const { words, extension } = found;
    const kind = { name: words[language()].name, extension };
    const stopping = new AbortController();
    underWay.add(stopping);
    try {
      const filePath = await dialogs.place(mainStrings(language()).exportNotes, suggestedName, kind);
      if (filePath === undefined) return { kind: 'cancelled' };
      const bytes = await bytesOf(content, makers, stopping.signal);
      // From here on the file is written, whole or not at all.
      return stopping.signal.aborted ? { kind: 'cancelled' } : await writeExport(filePath, bytes);
    } catch (error) {
      if (stopping.signal.aborted) return { kind: 'cancelled' };
      log(`no bytes of ${format} could be made: ${error instanceof Error ? error.name : typeof error}`);
      return { kind: 'failed', reason: 'other', fileName: suggestedName };
    } finally {
      underWay.delete(stopping);
    }
  };

  return {
    'export.save': save,
    'export.cancel': () => {
      for (const stopping of underWay) stopping.abort();
    },
  };
}
