import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import type { PaintedMark } from '../../page/mark-index';
import { useStrings } from '../../strings/use-strings';
import { ReaderPage } from './reader-page';
import { RepairTip, type Correct } from './repair-tip';
import styles from './reader.module.css';
import { useCaretKeys } from './use-caret-keys';
import { useSelection } from './use-selection';

interface ReaderProps {
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly glosses: boolean;
  readonly marks: readonly PaintedMark[];
  readonly current: string | undefined;
  readonly selected: CodePointSpan | undefined;
  /** Where the text opens, a canonical offset. */
  readonly start: number;
  readonly onPage: (page: ReaderPage) => void;
  readonly onSelect: (span: CodePointSpan | undefined) => void;
  /** A click on the text: the marks that lie there, topmost first; none if it was beside all marks. */
  readonly onMarks: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  readonly onScroll: () => void;
  /** Shows another form of a character; absent where conversions cannot be corrected. */
  readonly onCorrect?: Correct | undefined;
  /** What is said above the text. */
  readonly head: ReactNode;
  /** Pop-ups that scroll with the words they belong to. */
  readonly children: ReactNode;
}

/** The page: the text in its script, with marks, readings and repairs. */
export function Reader(props: ReaderProps): ReactNode {
  const { shown, onPage, onSelect, onMarks, onScroll } = props;
  const strings = useStrings();
  const main = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<ReaderPage>();

  useLayoutEffect(() => {
    if (!main.current || !scroller.current || !caret.current) return;
    const made = new ReaderPage(main.current, scroller.current, caret.current);
    setPage(made);
    onPage(made);
  }, [onPage]);

  useSelection(page, onSelect);
  useCaretKeys(page);
  useMarkClicks(page, onMarks);

  return (
    <div ref={scroller} className={styles['scroller']} data-scroller onScroll={onScroll}>
      <div className={styles['sheet']}>
        {props.head}
        <main ref={main} aria-label={strings.reader.text} className="page-text" tabIndex={0} />
        <span tabIndex={-1} data-behind />
        <div ref={caret} className={styles['caret']} aria-hidden="true" hidden />
        {page && <PageContent {...props} page={page} />}
        {page && <RepairTip page={page} shown={shown} language={props.language} onCorrect={props.onCorrect} />}
        {props.children}
      </div>
    </div>
  );
}

/**
 * Fills the page. It stands before the pop-ups, because effects run in that order: a pop-up is placed by the words
 * as they are now.
 */
function PageContent(props: ReaderProps & { readonly page: ReaderPage }): ReactNode {
  const { page, shown, language, glosses, marks, current, selected, start } = props;
  const newest = useRef({ selected, start });
  // In this phase, so that a page that goes has given up its marks before one that comes paints its own.
  useLayoutEffect(
    () => () => {
      page.close();
    },
    [page],
  );
  useLayoutEffect(() => {
    newest.current = { selected, start };
  });
  useLayoutEffect(() => {
    page.show(shown, { glosses, language }, newest.current.selected, newest.current.start);
  }, [page, shown, glosses, language]);
  useLayoutEffect(() => {
    page.paint(marks, current);
  }, [page, shown, glosses, marks, current]);
  useEffect(() => {
    const keepUp = (): void => {
      page.keepUp();
    };
    const resized = new ResizeObserver(() => {
      page.caret.draw();
      // Not here: to fill blocks changes sizes anew.
      requestAnimationFrame(keepUp);
    });
    resized.observe(page.view.root);
    resized.observe(page.scroller);
    // Before the frame that shows what was scrolled to.
    page.scroller.addEventListener('scroll', keepUp, { passive: true });
    return () => {
      resized.disconnect();
      page.scroller.removeEventListener('scroll', keepUp);
    };
  }, [page]);
  return null;
}

/** Clicks on the text that do not end a selection. The text is no control: its marks are reached by keys as well. */
function useMarkClicks(page: ReaderPage | undefined, onMarks: ReaderProps['onMarks']): void {
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const click = (event: MouseEvent): void => {
      if (event.button !== 0 || getSelection()?.isCollapsed === false) return;
      const { clientX: x, clientY: y } = event;
      onMarks(page.painter.marksAt(x, y), { x, y });
    };
    root.addEventListener('click', click);
    return () => {
      root.removeEventListener('click', click);
    };
  }, [page, onMarks]);
}
