import type { ReactNode } from 'react';
import type { ListedText } from '#core/ipc/contract';
import { useStrings } from '../../strings/use-strings';
import styles from './library.module.css';

interface LibraryListProps {
  readonly texts: readonly ListedText[];
  readonly openId: string | undefined;
  readonly onOpen: (text: ListedText) => void;
}

/** The file's name without extension, where it says more than the title. */
function fileHint({ title, fileName }: ListedText): string | undefined {
  const name = fileName.replace(/\.[^.]+$/, '');
  return name === title ? undefined : name;
}

/** The texts that can be read. */
export function LibraryList({ texts, openId, onOpen }: LibraryListProps): ReactNode {
  const { library } = useStrings();
  return (
    <nav aria-label={library.name} className={styles['section']}>
      <h2 className={styles['head']}>{library.name}</h2>
      <ul className={styles['list']}>
        {texts.map((text) => (
          <li key={text.id}>
            <button
              type="button"
              className={styles['link']}
              aria-current={text.id === openId || undefined}
              onClick={() => {
                onOpen(text);
              }}
            >
              <span lang="zh">{text.title}</span>
              {fileHint(text) !== undefined && <small>{fileHint(text)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
