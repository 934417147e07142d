import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { blockAt } from '#core/anchor/spread';
import { excerptOf } from '#core/search/excerpt';
import type { Hits } from '#core/search/hits';
import type { ShownText } from '#core/text/shown-text';
import { useStrings } from '../../strings/use-strings';
import styles from './find.module.css';
import type { Finder } from './finder';

/** Pixels of a line, as find.module.css draws it. */
const LINE = 30;

/** Characters on either side of a hit: as many as a line of a wide page can show. */
const AROUND = 32;

/** Lines that a page of the keyboard goes. */
const PAGE = 6;

interface HitListProps {
  readonly shown: ShownText;
  readonly language: string;
  readonly hits: Hits;
  readonly current: number;
  readonly finder: Finder;
}

/** Where a key leads from one line to another. */
function lineAfter(key: string, line: number, count: number): number | undefined {
  const to = {
    ArrowDown: line + 1,
    ArrowUp: line - 1,
    PageDown: line + PAGE,
    PageUp: line - PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** All hits in the order of the text, one to a line, each with the words around it; only what is seen is rendered. */
export function HitList({ shown, language, hits, current, finder }: HitListProps): ReactNode {
  const { find } = useStrings();
  const list = useRef<HTMLUListElement>(null);
  // The line that keys go on from; it follows the current hit.
  const [active, setActive] = useState(current);
  const [followed, setFollowed] = useState(current);
  if (followed !== current) {
    setFollowed(current);
    setActive(current);
  }
  const line = Math.max(0, Math.min(active, hits.count - 1));
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is passed to no memoised component
  const rows = useVirtualizer({
    count: hits.count,
    getScrollElement: () => list.current,
    estimateSize: () => LINE,
    rangeExtractor: (range: Range) => linesToRender(range, line),
    overscan: 4,
  });
  useEffect(() => {
    if (hits.count > 0) rows.scrollToIndex(line, { align: 'auto' });
  }, [rows, line, hits]);
  // A quick hand presses a key before the line that the last one led to has the focus.
  const newest = useRef(line);
  useEffect(() => {
    newest.current = line;
  });
  const key = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      finder.goTo(newest.current);
      return;
    }
    const to = lineAfter(event.key, newest.current, hits.count);
    if (to === undefined) return;
    event.preventDefault();
    newest.current = to;
    setActive(to);
    // Its line may go before the next one is there.
    list.current?.focus({ preventScroll: true });
    rows.scrollToIndex(to, { align: 'auto' });
    setTimeout(
      () => list.current?.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus({ preventScroll: true }),
      0,
    );
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys go from one line's button to another's
    <ul ref={list} tabIndex={-1} aria-label={find.listName} className={styles['list']} onKeyDown={key}>
      <li role="presentation" aria-hidden="true" style={{ height: rows.getTotalSize() }} />
      {rows.getVirtualItems().map(({ index, start }) => (
        <li
          key={index}
          aria-posinset={index + 1}
          aria-setsize={hits.count}
          aria-current={index === current || undefined}
          className={styles['line']}
          style={{ top: start }}
        >
          <Line
            shown={shown}
            language={language}
            hits={hits}
            index={index}
            isActive={index === line}
            onPress={() => {
              finder.goTo(index);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** The lines to render, ascending: those that are seen, some more, and the one that keys go on from. */
function linesToRender({ startIndex, endIndex, overscan, count }: Range, active: number): number[] {
  const lines = new Set<number>([active]);
  for (let line = Math.max(0, startIndex - overscan); line <= Math.min(count - 1, endIndex + overscan); line++) {
    lines.add(line);
  }
  return [...lines].filter((line) => line < count).sort((one, other) => one - other);
}

interface LineProps {
  readonly shown: ShownText;
  readonly language: string;
  readonly hits: Hits;
  readonly index: number;
  readonly isActive: boolean;
  readonly onPress: () => void;
}

function Line({ shown, language, hits, index, isActive, onPress }: LineProps): ReactNode {
  const { find } = useStrings();
  const span = hits.span(index);
  const { before, words, after } = excerptOf(shown, span, AROUND);
  return (
    <button type="button" data-line={index} tabIndex={isActive ? 0 : -1} className={styles['hit']} onClick={onPress}>
      <span className={styles['before']} lang={language}>
        <bdi>{before}</bdi>
      </span>
      <mark lang={language}>{words}</mark>
      <span className={styles['after']} lang={language}>
        {after}
      </span>
      <span className={styles['place']}>{find.paragraph(blockAt(shown.text.blocks, span.start) + 1)}</span>
    </button>
  );
}
