import { useEffect, useState } from 'react';
import { readingNotes } from '#core/exchange/readers';
import type { ReadFailure } from '#core/exchange/incoming';
import { failure, success, type Result } from '#core/support/result';
import { inSlices } from '../../slices';
import { useServices } from '../../services';
import type { IncomingFile, PreparedImport, Preparing } from '../../storage/import-store';
import { fileText, type FileTextFailure } from './file-text';

/** Why the notes of a file cannot be shown. `text`: it is a text and holds no notes. */
export type UnusableWhy = FileTextFailure | ReadFailure | 'text' | 'other';

/** What is known of a file: nothing yet, why it cannot be imported, or what importing it does. */
export type Preview =
  | { readonly phase: 'reading' }
  | { readonly phase: 'finding'; readonly done: number; readonly all: number }
  | { readonly phase: 'unusable'; readonly why: UnusableWhy }
  /** `isStale`: another text was chosen, and it is being found out what that changes. */
  | { readonly phase: 'ready'; readonly prepared: PreparedImport; readonly isStale: boolean };

const READING: Preview = { phase: 'reading' };

/** Names of files that hold words to read, not notes. */
const TEXT_NAME = /\.(?:txt|text|md|markdown|html?|docx?|rtf|pdf|epub)$/i;

async function readFile(
  fileName: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<IncomingFile, UnusableWhy>> {
  const text = await fileText(bytes);
  if (!text.ok) return text.reason === 'not-text' && TEXT_NAME.test(fileName) ? failure('text') : text;
  const read = await inSlices(readingNotes(text.value), { signal });
  if (!read.ok) return failure(read.reason === 'unknown' && TEXT_NAME.test(fileName) ? 'text' : read.reason);
  return success(read.value);
}

type Into = Required<Pick<Preparing, 'intoId' | 'isIntoAsked'>>;

/** Reads a file once, and finds out what importing it into a text would do, anew where another text is chosen. */
export function useImportPreview(
  fileName: string,
  bytes: Uint8Array | undefined,
  { intoId, isIntoAsked }: Into,
): Preview {
  const { imports } = useServices();
  const [read, setRead] = useState<Result<IncomingFile, UnusableWhy>>();
  const [preview, setPreview] = useState<Preview>(READING);
  useEffect(() => {
    if (bytes === undefined) return;
    const stop = new AbortController();
    void readFile(fileName, bytes, stop.signal)
      .catch((): Result<IncomingFile, UnusableWhy> => failure('other'))
      .then((result) => {
        if (!stop.signal.aborted) setRead(result);
      });
    return () => {
      stop.abort();
    };
  }, [fileName, bytes]);
  useEffect(() => {
    if (read?.ok !== true) return;
    const stop = new AbortController();
    const all = read.value.incoming.notes.length;
    const tell = (next: Preview): void => {
      if (!stop.signal.aborted) setPreview(next);
    };
    const onProgress = (done: number): void => {
      if (stop.signal.aborted) return;
      setPreview((now) => (now.phase === 'ready' ? { ...now, isStale: true } : { phase: 'finding', done, all }));
    };
    onProgress(0);
    void imports.prepare(read.value, { intoId, isIntoAsked, signal: stop.signal, onProgress }).then(
      (prepared) => {
        tell({ phase: 'ready', prepared, isStale: false });
      },
      () => {
        tell({ phase: 'unusable', why: 'other' });
      },
    );
    return () => {
      stop.abort();
    };
  }, [imports, read, intoId, isIntoAsked]);
  return read?.ok === false ? { phase: 'unusable', why: read.reason } : preview;
}
