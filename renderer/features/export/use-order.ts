import { useMemo, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { ExportOptions, Format } from '#core/exchange/format';
import { usePalette, useServices } from '../../services';
import { useLanguage } from '../../strings/use-strings';
import type { Shown } from '../reader';
import { byTexts, withBin, type NoteChoice } from './chosen-notes';
import type { Order } from './make-export';
import { shownLike } from './texts-elsewhere';

interface OrderParts {
  readonly shown: Shown;
  readonly format: Format;
  readonly options: ExportOptions;
  readonly choice: NoteChoice;
  /** The live notes of that choice. */
  readonly chosen: readonly Annotation[];
  /** True where the template cannot be used. */
  readonly isFaulty: boolean;
  readonly titleOf: (textId: string) => string;
}

/** What is to be made of what is chosen; undefined where there is nothing to make it of. The same object until that changes. */
export function useOrder({ shown, format, options, choice, chosen, isFaulty, titleOf }: OrderParts): Order | undefined {
  const { annotations, texts, corrections, version, clock } = useServices();
  const [palette] = usePalette();
  const language = useLanguage();
  const [exported] = useState(clock);
  const { mode } = shown;
  const head = useMemo(
    () => ({ version, exported, language, mode, palette }),
    [version, exported, language, mode, palette],
  );
  const shownOf = useMemo(
    () => shownLike({ ...shown, read: (textId) => texts.get(textId), corrections: () => corrections.current() }),
    [shown, texts, corrections],
  );
  const textId = shown.shown.text.id;
  const takesBin = format.options.includes('bin') && options.bin;
  const notes = useMemo(
    () => byTexts(takesBin ? withBin(choice, chosen, annotations.deleted(), textId) : chosen, titleOf),
    [takesBin, choice, chosen, annotations, textId, titleOf],
  );
  return useMemo(
    () => (chosen.length === 0 || isFaulty ? undefined : { format, options, notes, head, titleOf, shownOf }),
    [chosen, isFaulty, format, options, notes, head, titleOf, shownOf],
  );
}
