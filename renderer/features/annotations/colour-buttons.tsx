import type { CSSProperties, ReactNode } from 'react';
import type { Colour } from '#core/annotation/annotation';
import { offeredColours, penOf } from '#core/annotation/palette';
import { usePalette } from '../../services';
import { useColourWords } from '../../strings/use-colour-words';
import styles from './marks.module.css';

interface ColourButtonsProps {
  /** In a menu each is an item of it. */
  readonly role?: 'menuitem';
  readonly onColour: (colour: Colour) => void;
}

/** Keys that stand for colours: 1 to 9. */
const KEYS = 9;

/** A button for each colour that is offered; the one used last stands out. */
export function ColourButtons({ role, onColour }: ColourButtonsProps): ReactNode {
  const [palette] = usePalette();
  const words = useColourWords();
  const pen = penOf(palette);
  return offeredColours(palette).map((colour, index) => {
    const key = index < KEYS ? String(index + 1) : undefined;
    return (
      <button
        key={colour}
        type="button"
        role={role}
        tabIndex={role === undefined ? undefined : -1}
        className={styles['colourButton']}
        data-pen={colour === pen.colour || undefined}
        aria-label={words.name(colour)}
        aria-keyshortcuts={key}
        title={key === undefined ? words.full(colour) : `${words.full(colour)} (${key})`}
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
