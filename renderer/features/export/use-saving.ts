import { useEffect, useRef, useState } from 'react';
import type { Format } from '#core/exchange/format';
import type { ReplyOf } from '#core/ipc/contract';
import { useServices } from '../../services';
import type { Making } from './use-making';

/** How far the saving of a file is, and what came of it. */
export type Saving = { readonly kind: 'idle' | 'preparing' | 'saving' } | ReplyOf<'export.save'>;

/** The way to a file on the disk. */
export interface Saver {
  readonly saving: Saving;
  readonly save: () => void;
  /** Ends what has not come to anything yet. */
  readonly cancel: () => void;
}

const IDLE: Saving = { kind: 'idle' };

/** What is under way, or went wrong, is told of whatever is made meanwhile. */
const outlasts = ({ kind }: Saving): boolean => kind === 'preparing' || kind === 'saving' || kind === 'failed';

/** Ends what main is making into bytes when the dialog goes away. */
function useEndWithDialog(isSaving: boolean, end: () => void): void {
  const newest = useRef({ isSaving, end });
  useEffect(() => {
    newest.current = { isSaving, end };
  });
  useEffect(
    () => () => {
      if (newest.current.isSaving) newest.current.end();
    },
    [],
  );
}

/** Saves what is made; pressed before it is, saving waits. `cause` is what is made: of another nothing has come yet. */
export function useSaving(making: Making, format: Format, suggestedName: string, cause: unknown): Saver {
  const { bridge } = useServices();
  const [state, setState] = useState<{ readonly cause: unknown; readonly saving: Saving }>({ cause, saving: IDLE });
  const told = (saving: Saving): void => {
    setState({ cause, saving });
  };
  const run = async (): Promise<void> => {
    told({ kind: 'preparing' });
    const made = await making.whole();
    if (!made.ok) {
      told(IDLE);
      return;
    }
    told({ kind: 'saving' });
    const reply = await bridge
      .request('export.save', { suggestedName, format: format.id, content: made.value.content })
      .catch((): ReplyOf<'export.save'> => ({ kind: 'failed', reason: 'other', fileName: suggestedName }));
    told(reply);
  };
  const saving = state.cause === cause || outlasts(state.saving) ? state.saving : IDLE;
  const endSaving = (): void => void bridge.request('export.cancel').catch(() => undefined);
  useEndWithDialog(saving.kind === 'saving', endSaving);
  return {
    saving,
    save: () => {
      if (saving.kind !== 'preparing' && saving.kind !== 'saving') void run();
    },
    cancel: () => {
      if (saving.kind === 'preparing') making.stop();
      // What main has begun to make it makes no more of; what it has written stays.
      else if (saving.kind === 'saving') endSaving();
    },
  };
}
