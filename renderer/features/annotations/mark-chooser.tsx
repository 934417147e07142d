import type { ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { firstCharacters } from '#core/support/first-characters';
import { useColourWords } from '../../strings/use-colour-words';
import { useStrings } from '../../strings/use-strings';
import { Menu } from '../../ui/menu';
import { ColourSign } from './colour-sign';
import styles from './marks.module.css';

/** Characters of a note that say which it is. */
const FIRST_WORDS = 60;

interface MarkChooserProps {
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly at: { readonly x: number; readonly y: number };
  /** `byKeys`: with the keyboard. */
  readonly onChoose: (id: string, byKeys: boolean) => void;
  readonly onClose: () => void;
}

/** Which of several marks that lie over the same words is meant. */
export function MarkChooser(props: MarkChooserProps): ReactNode {
  const { annotations, quoteOf, language, at, onChoose, onClose } = props;
  const { marks } = useStrings();
  const words = useColourWords();
  return (
    <Menu label={marks.here} at={at} onClose={onClose}>
      {annotations.map((annotation) => (
        <div key={annotation.id} data-row role="none">
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles['entry']}
            onClick={(event) => {
              onChoose(annotation.id, event.detail === 0);
            }}
          >
            <ColourSign colour={annotation.colour} />
            <span lang={language} className={styles['entryQuote']}>
              {quoteOf(annotation)}
            </span>
            <span className={styles['entryLooks']}>{words.looks(annotation)}</span>
            {annotation.note !== '' && (
              <span className={styles['entryNote']}>{firstCharacters(annotation.note.trim(), FIRST_WORDS)}</span>
            )}
          </button>
        </div>
      ))}
    </Menu>
  );
}
