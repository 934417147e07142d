import { useMemo, type ReactNode } from 'react';
import { contentsOf } from '#core/text/contents';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import styles from './library.module.css';

interface ContentsListProps {
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** The first canonical offset in sight. */
  readonly place: number;
  readonly onGo: (offset: number) => void;
}

/** The contents of the text, in the script displayed; the current place stands out. */
export function ContentsList({ shown, language, place, onGo }: ContentsListProps): ReactNode {
  const { library } = useStrings();
  const { text } = shown;
  const entries = useMemo(() => contentsOf(text), [text]);
  const current = entries.findLastIndex(({ block }) => (text.blocks[block]?.span.start ?? 0) <= place);
  return (
    <nav aria-label={library.contents} className={styles['section']}>
      <h2 className={styles['head']}>{library.contents}</h2>
      <ul className={styles['list']}>
        {entries.map(({ span, block }, index) => (
          <li key={block}>
            <button
              type="button"
              lang={language}
              className={styles['link']}
              aria-current={index === Math.max(0, current) ? 'location' : undefined}
              onClick={() => {
                onGo(span.start);
              }}
            >
              {shown.displayOf(span)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
