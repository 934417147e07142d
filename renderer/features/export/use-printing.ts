import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { pdf } from '#core/exchange/document/pdf';
import { FIRST_OPTIONS } from '#core/exchange/format';
import type { Layout } from '#core/text/layout';
import { usePalette, useServices, useSettings } from '../../services';
import { Slices, WINDOW_TIME } from '../../slices';
import { useLanguage } from '../../strings/use-strings';
import type { Shown } from '../reader';
import { makeExport, type Order } from './make-export';
import { shownLike } from './texts-elsewhere';

/** What goes on paper: the text with what was written about it, with its marks alone, or by itself. */
export const PRINT_CHOICES = ['notes', 'marks', 'plain'] as const;

/** One of PRINT_CHOICES. */
export type PrintChoice = (typeof PRINT_CHOICES)[number];

/** How far the printing is. */
export type Printing = 'idle' | 'preparing' | 'printed' | 'failed';

interface PrintParts {
  readonly shown: Shown;
  /** The live notes on the text. */
  readonly annotations: readonly Annotation[];
  readonly titleOf: (textId: string) => string;
}

/** Makes the document of an exported PDF, in the script that is shown now, and has it printed. */
export function usePrinting({ shown, annotations, titleOf }: PrintParts): {
  readonly printing: Printing;
  readonly print: (choice: PrintChoice, lines: Layout) => Promise<Printing>;
} {
  const { bridge, texts, corrections, version, clock } = useServices();
  const [{ glosses }] = useSettings();
  const [palette] = usePalette();
  const language = useLanguage();
  const [printing, setPrinting] = useState<Printing>('idle');
  const leaving = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      leaving.current?.abort();
    },
    [],
  );
  const orderOf = (choice: PrintChoice, lines: Layout): Order => ({
    format: pdf,
    options: { ...FIRST_OPTIONS, notes: choice === 'notes', glosses, lines },
    notes: [{ textId: shown.shown.text.id, annotations: choice === 'plain' ? [] : annotations }],
    head: { version, exported: clock(), language, mode: shown.mode, palette },
    titleOf,
    shownOf: shownLike({ ...shown, read: (id) => texts.get(id), corrections: () => corrections.current() }),
  });
  const run = async (choice: PrintChoice, lines: Layout): Promise<Printing> => {
    leaving.current = new AbortController();
    const slices = new Slices(WINDOW_TIME, leaving.current.signal);
    const watch = { onProgress: () => undefined, onBeginning: () => undefined };
    const made = await makeExport(orderOf(choice, lines), slices, watch);
    if (!made.ok) return 'idle';
    const { content } = made.value;
    if (content.kind !== 'pdf') return 'failed';
    const { kind } = await bridge.request('print.start', { html: content.html, lines: content.lines });
    return kind === 'cancelled' ? 'idle' : kind;
  };
  return {
    printing,
    print: async (choice, lines) => {
      setPrinting('preparing');
      const outcome = await run(choice, lines).catch((): Printing => 'failed');
      setPrinting(outcome);
      return outcome;
    },
  };
}
