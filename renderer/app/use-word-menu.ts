import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { CodePointSpan } from '#core/support/offset';
import type { ReaderPage } from '../features/reader';

/** What a menu was asked for: what was selected, a mark, or a word that was not selected before. */
export interface WordMenuTarget {
  readonly kind: 'selection' | 'mark' | 'word';
  /** Where on the window, in CSS pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** The words that it is about, as canonical code points. */
  readonly span: CodePointSpan;
  /** The mark that it is about. */
  readonly mark?: Annotation;
  /** The words whose conversion it can correct: those selected, else the one word. */
  readonly word: CodePointSpan;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const holds = ({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** What lies under a point of the window: the selection before a mark, and a mark before a word. */
function targetAt(
  page: ReaderPage,
  { marks, selected }: { readonly marks: readonly Annotation[]; readonly selected: CodePointSpan | undefined },
  at: Point,
): WordMenuTarget | undefined {
  if (selected !== undefined && page.view.rectsOf(selected).some((rect) => holds(rect, at))) {
    return { kind: 'selection', at, span: selected, word: selected };
  }
  const word = page.wordAt(at.x, at.y);
  const [id] = page.painter.marksAt(at.x, at.y);
  const mark = marks.find((each) => each.id === id);
  if (mark !== undefined) return { kind: 'mark', at, span: mark.target, mark, word: word ?? mark.target };
  return word && { kind: 'word', at, span: word, word };
}

/** What the keyboard means: what is selected, else the word at the caret. */
function targetOfKeyboard(page: ReaderPage): WordMenuTarget | undefined {
  const selected = page.snapSelection();
  const span = selected ?? page.wordAtCaret();
  const last = span && page.view.rectsOf(span).at(-1);
  if (span === undefined || last === undefined) return undefined;
  return { kind: selected ? 'selection' : 'word', at: page.besideWords(last), span, word: span };
}

/** The menu of the words: opened by a right-click on them, or by the keyboard's own key for it. */
export function useWordMenu(
  page: ReaderPage | undefined,
  marks: readonly Annotation[],
): { readonly target: WordMenuTarget | undefined; readonly close: () => void } {
  const [target, setTarget] = useState<WordMenuTarget>();
  const newest = useRef(marks);
  useEffect(() => {
    newest.current = marks;
  });
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const open = (found: WordMenuTarget | undefined): void => {
      if (found?.kind === 'word') page.select(found.span);
      setTarget(found);
    };
    // On macOS a right-click selects the word under it first; what counts is what a person had selected.
    let selected: CodePointSpan | undefined;
    const press = (): void => {
      selected = page.snapSelection();
    };
    const menu = (event: MouseEvent): void => {
      event.preventDefault();
      open(targetAt(page, { marks: newest.current, selected }, { x: event.clientX, y: event.clientY }));
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      event.preventDefault();
      open(targetOfKeyboard(page));
    };
    root.addEventListener('pointerdown', press, true);
    root.addEventListener('contextmenu', menu);
    root.addEventListener('keydown', key);
    return () => {
      root.removeEventListener('pointerdown', press, true);
      root.removeEventListener('contextmenu', menu);
      root.removeEventListener('keydown', key);
    };
  }, [page]);
  return {
    target,
    close: () => {
      setTarget(undefined);
      page?.view.root.focus({ preventScroll: true });
    },
  };
}
