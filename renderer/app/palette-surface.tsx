import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Command } from '#core/command/commands';
import type { ListedText } from '#core/ipc/contract';
import { Palette, type PaletteItem } from '../features/commands';
import type { ReaderPage, Shown } from '../features/reader';
import { useKeymap, usePalette, useServices, useSettings } from '../services';
import { cataloguesFrom } from '../strings/command-words';
import { useLanguage } from '../strings/use-strings';
import { paletteItems } from './palette-items';
import { useNewest } from './use-newest';
import type { Study } from './use-study';

interface PaletteSurfaceProps {
  readonly shown: Shown;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** The column that a person is at. */
  readonly page: ReaderPage | undefined;
  readonly study: Study;
  readonly texts: readonly ListedText[];
  readonly go: (offset: number) => void;
  readonly command: (command: Command) => void;
  readonly onClose: () => void;
}

/**
 * The palette over a text. What was selected when it opened is selected again when it closes, and then what was chosen
 * is done: so it acts as if its key had been pressed there.
 */
export function PaletteSurface(props: PaletteSurfaceProps): ReactNode {
  const { shown, page, study, texts, onClose } = props;
  const { keys } = useServices();
  const { recent } = useSyncExternalStore(keys.subscribe, keys.current);
  const [settings, change] = useSettings();
  const [palette] = usePalette();
  const keymap = useKeymap();
  const spoken = useLanguage();
  const catalogues = useMemo(() => cataloguesFrom(spoken), [spoken]);
  const [selected] = useState(() => page?.snapSelection() ?? study.selected);
  const command = useNewest(props.command);
  const leave = (then: () => void): void => {
    onClose();
    // The focus returns to where it was first, which sets the document's selection.
    setTimeout(() => {
      if (selected !== undefined) page?.select(selected);
      then();
    }, 0);
  };
  const isAtMark = study.placed.some(({ id }) => id === study.current);
  const isAtWords = selected !== undefined;
  const items = paletteItems({
    ...{ palette, keymap, settings, change, texts, go: props.go, run: command, catalogues },
    shown: shown.shown,
    language: props.language,
    has: {
      words: isAtWords,
      mark: isAtMark,
      either: isAtWords || isAtMark,
      place: isAtWords || isAtMark || page?.caret.isPlaced === true,
    },
  });
  return (
    <Palette
      items={items}
      recent={recent}
      onChoose={(item: PaletteItem) => {
        keys.use(item.id);
        leave(item.run);
      }}
      onClose={() => {
        leave(() => undefined);
      }}
    />
  );
}
