import type { CSSProperties, ReactNode } from 'react';
import type { Colour } from '#core/annotation/annotation';
import { offeredColours, penOf } from '#core/annotation/palette';
import { isColourCommand } from '#core/command/colour-commands';
import { COMMANDS } from '#core/command/commands';
import { usePalette } from '../../services';
import { useKeyOf, withKey } from '../../strings/command-words';
import { useColourWords } from '../../strings/use-colour-words';
import styles from './marks.module.css';

interface ColourButtonsProps {
  /** In a menu each is an item of it. */
  readonly role?: 'menuitem';
  /** The colour that the mark has, where it is about one. */
  readonly current?: Colour | undefined;
  readonly onColour: (colour: Colour) => void;
}

/** Commands that mark in a colour, in the order of the colours. */
const COLOURS = COMMANDS.filter(isColourCommand);

/** A button for each colour that is offered; that of the mark stands out, or else the one used last. */
export function ColourButtons({ role, current, onColour }: ColourButtonsProps): ReactNode {
  const [palette] = usePalette();
  const words = useColourWords();
  const keyOf = useKeyOf();
  const pen = penOf(palette);
  return offeredColours(palette).map((colour, index) => {
    const command = COLOURS[index];
    const key = command && keyOf(command);
    return (
      <button
        key={colour}
        type="button"
        role={role}
        tabIndex={role === undefined ? undefined : -1}
        className={styles['colourButton']}
        aria-current={colour === current || undefined}
        data-pen={colour === (current ?? pen.colour) || undefined}
        aria-label={words.name(colour)}
        aria-keyshortcuts={key?.aria}
        title={withKey(words.full(colour), key)}
        style={{ '--swatch': `var(--${colour})`, '--edge': `var(--${colour}-ink)` } as CSSProperties}
        onClick={() => {
          onColour(colour);
        }}
      >
        <i aria-hidden="true" />
      </button>
    );
  });
}
