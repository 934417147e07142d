import { useId, useState, type ReactNode } from 'react';
import { anchorStateOf } from '#core/anchor/health';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { useFold } from '../../use-fold';
import styles from './anchors.module.css';
import { CheckItem } from './check-item';
import type { Anchors } from './use-anchors';

/** Marks that are listed at once; more are shown when they are asked for. */
const AT_ONCE = 20;

/** The marks whose places a person has to look at, above the notes; nothing where there are none. */
export function ToCheck({ anchors }: { readonly anchors: Anchors }): ReactNode {
  const { anchors: strings } = useStrings();
  const { toCheck, section, text } = anchors;
  const [isOpen, setOpen] = useState(true);
  const [shown, setShown] = useState(AT_ONCE);
  const list = useId();
  const fold = useFold(toCheck.length > 0);
  if (toCheck.length === 0) return null;
  const moved = toCheck.filter((mark) => anchorStateOf(mark, text.sourceHash) === 'moved').length;
  return (
    <section ref={section} aria-label={strings.section} tabIndex={-1} className={styles['section']} data-to-check>
      <h3 className={styles['title']}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span aria-hidden="true" className={styles['fold']} />
          {strings.toCheck(toCheck.length)}
        </button>
        {moved > 0 && <Button onPress={anchors.acceptMoved}>{strings.acceptMoved(moved)}</Button>}
      </h3>
      <div id={list} hidden={!isOpen} className={styles['listed']}>
        <ul className={styles['list']} aria-label={strings.list}>
          {toCheck.slice(0, shown).map((mark) => (
            <CheckItem key={mark.id} mark={mark} anchors={anchors} fold={fold} />
          ))}
        </ul>
        {toCheck.length > shown && (
          <Button
            onPress={() => {
              setShown(shown + AT_ONCE);
            }}
          >
            {strings.more(toCheck.length - shown)}
          </Button>
        )}
      </div>
    </section>
  );
}
