import { useMemo, type ReactNode } from 'react';
import { contentsOf, type ContentsEntry } from '#core/text/contents';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import { useAfterFrame } from '../../ui/use-after-frame';
import styles from './library.module.css';

/** Entries that are drawn in one frame when the script of a long text changes: glyphs not yet measured are slow. */
const AT_ONCE = 12;

interface ContentsListProps {
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** The first canonical offset in sight. */
  readonly place: number;
  /** True if the entries follow a change of script a few at a time. */
  readonly waits: boolean;
  readonly onGo: (offset: number) => void;
}

/** The contents of the text, in the script displayed; the current place stands out. */
export function ContentsList({ shown, language, place, waits, onGo }: ContentsListProps): ReactNode {
  const { library } = useStrings();
  const { text } = shown;
  const entries = useMemo(() => contentsOf(text), [text]);
  const current = entries.findLast(({ block }) => (text.blocks[block]?.span.start ?? 0) <= place) ?? entries[0];
  const displayed = useMemo(() => ({ shown, language }), [shown, language]);
  return (
    <nav aria-label={library.contents} className={styles['section']}>
      <h2 className={styles['head']}>{library.contents}</h2>
      <ul className={styles['list']}>
        <Entries {...{ entries, displayed, current, waits, onGo }} />
      </ul>
    </nav>
  );
}

interface EntriesProps extends Pick<ContentsListProps, 'waits' | 'onGo'> {
  readonly entries: readonly ContentsEntry[];
  readonly displayed: Pick<ContentsListProps, 'shown' | 'language'>;
  readonly current: ContentsEntry | undefined;
}

/** Some entries, and then the others, where these wait a frame later. */
function Entries({ entries, displayed, current, waits, onGo }: EntriesProps): ReactNode {
  const late = useAfterFrame(displayed, waits);
  const rest = entries.slice(AT_ONCE);
  return (
    <>
      {entries.slice(0, AT_ONCE).map((entry) => (
        <li key={entry.block}>
          <button
            type="button"
            lang={displayed.language}
            className={styles['link']}
            aria-current={entry === current ? 'location' : undefined}
            onClick={() => {
              onGo(entry.span.start);
            }}
          >
            {displayed.shown.displayOf(entry.span)}
          </button>
        </li>
      ))}
      {rest.length > 0 && <Entries {...{ entries: rest, displayed: late, current, waits, onGo }} />}
    </>
  );
}
