import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import { useStrings } from '../../strings/use-strings';
import { PageContent, useMarkClicks, type PageContentProps } from './page-content';
import { ReaderPage } from './reader-page';
import { RepairTip, type Correct } from './repair-tip';
import styles from './reader.module.css';
import { useCaretKeys } from './use-caret-keys';
import { useFocusMode } from './use-focus-mode';
import { useSteadyFocus } from './use-steady-focus';
import { useWheel } from './use-wheel';
import { useSelection } from './use-selection';

/** Which of the columns that show a text this is: the page, or a second one beside it. */
type Column = 'page' | 'parallel';

const ATTRIBUTES = { page: 'data-block', parallel: 'data-parallel-block' } as const;

interface ReaderProps extends Omit<PageContentProps, 'page'> {
  readonly column?: Column;
  readonly onPage: (page: ReaderPage) => void;
  readonly onSelect: (span: CodePointSpan | undefined) => void;
  /** A click on the text: the marks that lie there, topmost first; none if it was beside all marks. */
  readonly onMarks: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  readonly onScroll?: () => void;
  /** Shows another form of a character; absent where conversions cannot be corrected. */
  readonly onCorrect?: Correct | undefined;
  /** What is said above the text. */
  readonly head: ReactNode;
  /** Pop-ups that scroll with the words they belong to. */
  readonly children: ReactNode;
}

/** The page: the text in its script, with marks, readings and repairs. */
export function Reader(props: ReaderProps): ReactNode {
  const { shown, column = 'page', layout, onPage, onSelect, onMarks, onScroll } = props;
  const strings = useStrings();
  const main = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<ReaderPage>();

  useLayoutEffect(() => {
    if (!main.current || !scroller.current || !caret.current) return;
    const made = new ReaderPage(main.current, scroller.current, caret.current, ATTRIBUTES[column]);
    setPage(made);
    onPage(made);
  }, [onPage, column]);

  useSelection(page, onSelect);
  useCaretKeys(page);
  useWheel(page, layout, props.isInPages === true);
  useMarkClicks(page, onMarks);
  useFocusMode(page, shown);
  useSteadyFocus(page);

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      data-scroller
      data-pages={props.isInPages === true || undefined}
      onScroll={onScroll}
    >
      <div className={styles['sheet']}>
        <div className={styles['cover']} data-edge="start" aria-hidden="true" />
        {props.head}
        {column === 'page' ? (
          <main ref={main} aria-label={strings.reader.text} className="page-text" tabIndex={0} />
        ) : (
          // Its arrow keys move a caret, as on the page.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          <section ref={main} aria-label={strings.reading.parallel.name} className="page-text" tabIndex={0} />
        )}
        <span tabIndex={-1} data-behind />
        <div ref={caret} className={styles['caret']} aria-hidden="true" hidden data-passing />
        {page && <PageContent {...props} page={page} />}
        {/* What stands over the words reads from left to right in either layout. */}
        <div className={styles['over']} data-passing>
          {page && (
            // The words that it says something of are made anew when the lines turn.
            <RepairTip key={layout} page={page} shown={shown} language={props.language} onCorrect={props.onCorrect} />
          )}
          {props.children}
        </div>
        <div className={styles['cover']} data-edge="end" aria-hidden="true" />
      </div>
    </div>
  );
}
