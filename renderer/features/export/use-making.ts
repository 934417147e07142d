import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TemplateFault } from '#core/exchange/markdown/template-words';
import type { Result } from '#core/support/result';
import { makeExport, type Made, type Order } from './make-export';
import { previewOf, previewOfBeginning, type Preview } from './preview-of';
import { Slices, WINDOW_TIME } from '../../slices';

/** How far the making of a file is. */
export type Phase =
  | { readonly kind: 'nothing' | 'stopped' | 'failed' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  /** The template was stopped, or is faulty in what only these notes came to. */
  | { readonly kind: 'faulty'; readonly fault: TemplateFault }
  | { readonly kind: 'made'; readonly made: Made };

/** A file that is made while its choices are looked at. */
export interface Making {
  readonly phase: Phase;
  /** What is shown of it; of an earlier one as long as there is none of this one. */
  readonly preview: Preview | undefined;
  /** True if what is shown is of the file as it will be written. */
  readonly isCurrent: boolean;
  /** Ends the making. */
  readonly stop: () => void;
  /** Begins anew what was ended. */
  readonly again: () => void;
  /** Resolves to the file once it is made. */
  readonly whole: () => Promise<Result<Made, 'cancelled' | 'failed'>>;
}

/** What came of one making, or has so far. */
interface State {
  readonly run: object | undefined;
  readonly phase: Phase;
  readonly preview: Preview | undefined;
  readonly previewed: object | undefined;
}

/** How often progress is told, in milliseconds: more often is not seen. */
const TOLD_EVERY_MS = 100;

const NOTHING: Phase = { kind: 'nothing' };
const BEGUN: Phase = { kind: 'making', done: 0, total: 0 };

const NONE: Promise<Result<Made, 'cancelled'>> = Promise.resolve({ ok: false, reason: 'cancelled' });

/**
 * Makes the file that is ordered, in slices; another order ends what runs and begins anew. Without an order nothing is
 * made, and what was shown last stays.
 */
export function useMaking(order: Order | undefined): Making {
  const [attempt, setAttempt] = useState<object>({});
  const [state, setState] = useState<State>({
    run: undefined,
    phase: NOTHING,
    preview: undefined,
    previewed: undefined,
  });
  const running = useRef<{ readonly controller: AbortController; readonly whole: ReturnType<Making['whole']> }>(
    undefined,
  );
  // Another object for another order, and when the same one is to be carried out again.
  const run = useMemo(() => order && { order, attempt }, [order, attempt]);
  useEffect(() => {
    if (run === undefined) return;
    const controller = new AbortController();
    const told = (phase: Phase, preview?: Preview): void => {
      if (controller.signal.aborted) return;
      setState((before) => ({
        run,
        phase,
        preview: preview ?? before.preview,
        previewed: preview === undefined ? before.previewed : run,
      }));
    };
    running.current = { controller, whole: make(run.order, controller.signal, told) };
    return () => {
      controller.abort();
      running.current = undefined;
    };
  }, [run]);
  const stop = useCallback(() => {
    running.current?.controller.abort();
    setState((before) => ({ ...before, run, phase: { kind: 'stopped' } }));
  }, [run]);
  const again = useCallback(() => {
    setAttempt({});
  }, []);
  const whole = useCallback(() => running.current?.whole ?? NONE, []);
  const { preview, previewed } = state;
  const phase = run === undefined ? NOTHING : state.run === run ? state.phase : BEGUN;
  // What a faulty template wrote is no file.
  const isCurrent = run !== undefined && previewed === run && phase.kind !== 'faulty';
  return { phase, preview, isCurrent, stop, again, whole };
}

async function make(
  order: Order,
  signal: AbortSignal,
  told: (phase: Phase, preview?: Preview) => void,
): ReturnType<Making['whole']> {
  let last = performance.now();
  const watch = {
    onProgress: (done: number, total: number): void => {
      if (performance.now() - last < TOLD_EVERY_MS) return;
      last = performance.now();
      told({ kind: 'making', done, total });
    },
    onBeginning: (text: string): void => {
      const preview = previewOfBeginning(order.format, text);
      if (preview !== undefined) told({ kind: 'making', done: 0, total: 0 }, preview);
    },
  };
  try {
    const made = await makeExport(order, new Slices(WINDOW_TIME, signal), watch);
    if (!made.ok) return made;
    const { fault } = made.value;
    const preview = previewOf(order.format, made.value);
    if (fault === undefined) {
      told({ kind: 'made', made: made.value }, preview);
      return made;
    }
    told({ kind: 'faulty', fault }, preview);
    return { ok: false, reason: 'failed' };
  } catch (error) {
    if (signal.aborted) return NONE;
    told({ kind: 'failed' });
    // A fault of a format is for the log, as any other is.
    reportError(error);
    return { ok: false, reason: 'failed' };
  }
}
