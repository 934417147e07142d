import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReplyOf } from '#core/ipc/contract';
import { LARGEST_IMPORT } from '#core/ipc/import-contract';
import type { ChosenFile, Imported } from '../features/import';
import { useServices } from '../services';
import type { Notice } from './notice';
import type { Surfacing } from './use-surface';
import type { Undo } from './use-undo';

/** A file whose notes are to be imported, told apart from others of its name. */
export interface WaitingFile {
  readonly id: number;
  readonly file: ChosenFile;
}

/** Notes that come in, by the menu or by files that are dropped: one file after the other. */
export interface Imports {
  /** Lets the person choose a file. */
  readonly choose: () => void;
  /** Takes up files that were dropped. */
  readonly take: (files: readonly File[]) => void;
  /** The file whose dialog is open. */
  readonly current: WaitingFile | undefined;
  readonly imported: (of: WaitingFile, imported: Imported) => void;
  /** Goes on to the next file. */
  readonly close: (of: WaitingFile) => void;
}

interface ImportsParts {
  readonly undo: Undo;
  readonly say: (notice: Notice) => void;
  /** Opens the dialog once nothing else is in hand, or closes it. */
  readonly hold: Surfacing['hold'];
  readonly showToCheck: () => void;
}

async function readDropped(file: File): Promise<ChosenFile> {
  const { name: fileName, size } = file;
  if (size > LARGEST_IMPORT) return { kind: 'failed', fileName, reason: 'too-large' };
  try {
    return { kind: 'opened', fileName, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // A folder has no bytes.
    return { kind: 'failed', fileName, reason: 'not-text' };
  }
}

/** Notes that come in, with what is said of them. */
export function useImports({ undo, say, hold, showToCheck }: ImportsParts): Imports {
  const { bridge } = useServices();
  const [waiting, setWaiting] = useState<readonly WaitingFile[]>([]);
  const newest = useRef<readonly WaitingFile[]>([]);
  const last = useRef(0);
  const put = useCallback(
    (next: readonly WaitingFile[]) => {
      newest.current = next;
      setWaiting(next);
      hold('import-notes', next.length > 0);
    },
    [hold],
  );
  const add = useCallback(
    (files: readonly ChosenFile[]) => {
      put([...newest.current, ...files.map((file) => ({ id: ++last.current, file }))]);
    },
    [put],
  );
  const close = useCallback(
    (of: WaitingFile) => {
      if (newest.current.some(({ id }) => id === of.id)) put(newest.current.filter(({ id }) => id !== of.id));
    },
    [put],
  );
  return useMemo(() => {
    const choose = async (): Promise<void> => {
      const reply = await bridge
        .request('import.open')
        .catch((): ReplyOf<'import.open'> => ({ kind: 'failed', reason: 'other', fileName: '' }));
      if (reply.kind !== 'cancelled') add([reply]);
    };
    return {
      choose: () => void choose(),
      take: (files) => void Promise.all(files.map(readDropped)).then(add),
      current: waiting[0],
      imported: (of, { words, step, toCheck }) => {
        close(of);
        if (step === undefined) say({ words });
        else undo.offer(words, step);
        if (toCheck > 0 && newest.current.length === 0) showToCheck();
      },
      close,
    };
  }, [bridge, add, close, waiting, undo, say, showToCheck]);
}
