import { useEffect } from 'react';
import { blockAt } from '#core/anchor/spread';
import type { Annotation } from '#core/annotation/annotation';
import { describeMarkLink } from '#core/exchange/mark-link';
import type { CodePointSpan } from '#core/support/offset';
import { withId } from '#core/support/with-id';
import type { ShownText } from '#core/text/shown-text';
import { canonicalOf } from '#core/text/text-index';
import { useStrings, type Said } from '../strings/use-strings';
import { selectedNow, type ActionParts, type Actions, type CopyKind } from './actions';
import { useNewest } from './use-newest';
import { FIELD } from './use-keys';

type Strings = ReturnType<typeof useStrings>;

/** The words of a span with where they stand, in the conventions of the interface language. */
function cited(shown: ShownText, span: CodePointSpan, { reading }: Strings): string {
  const { blocks } = shown.text;
  const first = blockAt(blocks, span.start) + 1;
  const last = blockAt(blocks, Math.max(span.start, span.end - 1)) + 1;
  return reading.copying.cite(shown.displayOf(span), shown.title, first, last);
}

/** What is to be copied: what is selected, else the current mark. */
function subjectOf(parts: ActionParts): { span: CodePointSpan; mark: Annotation | undefined } | undefined {
  // A mark without a place stands on no words of this text.
  const { placed, current } = parts.study;
  const selected = selectedNow(parts);
  if (selected === undefined) {
    const mark = withId(placed, current);
    return mark && { span: mark.target, mark };
  }
  const { start, end } = selected;
  return { span: selected, mark: placed.findLast(({ target }) => target.start <= start && target.end >= end) };
}

const noMark: Said = ({ reading: { copying } }) => copying.noMark;

/** Copying words as displayed or as in the source, with or without where they stand, and links to marks. */
export function useCopy(parts: ActionParts): Pick<Actions, 'copy' | 'copySpan' | 'copyFrom' | 'copyAs'> {
  const { shown, say } = parts;
  const strings = useStrings();
  const write = (words: string, done: Said): void => {
    navigator.clipboard.writeText(words).then(
      () => {
        say({ words: done });
      },
      () => {
        say({ words: ({ selection }) => selection.copyFailed, isFailure: true });
      },
    );
  };
  const copyFrom: Actions['copyFrom'] = (from, span, kind) => {
    if (kind === 'displayed') write(from.displayOf(span), ({ selection }) => selection.copied);
    else write(cited(from, span, strings), ({ reading: { copying } }) => copying.copiedCitation);
  };
  const copySpan = (span: CodePointSpan, kind: CopyKind = 'displayed', mark?: Annotation): void => {
    if (shown === undefined) return;
    switch (kind) {
      case 'displayed':
      case 'citation':
        copyFrom(shown, span, kind);
        return;
      case 'source':
        write(canonicalOf(shown.text, span), ({ reading: { copying } }) => copying.copiedSource);
        return;
      case 'link':
        if (mark === undefined) say({ words: noMark });
        else {
          const { id, textId, quote } = mark;
          write(
            describeMarkLink({ markId: id, textId, quote: quote.exact }),
            ({ reading: { copying } }) => copying.copiedLink,
          );
        }
    }
  };
  useCopyEvent(parts);
  return {
    copySpan,
    copyFrom,
    copy: () => {
      const selected = selectedNow(parts);
      if (selected !== undefined) copySpan(selected);
    },
    copyAs: (kind) => {
      const subject = subjectOf(parts);
      if (subject !== undefined) copySpan(subject.span, kind, subject.mark);
      else if (kind === 'link') say({ words: noMark });
    },
  };
}

/** The browser's own copying gives the words of the text as displayed, as `copy` does: no readings, no markup. */
function useCopyEvent(parts: ActionParts): void {
  const copied = useNewest((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.matches(FIELD)) return;
    const span = parts.page?.snapSelection();
    if (span === undefined || parts.shown === undefined) return;
    event.clipboardData?.setData('text/plain', parts.shown.displayOf(span));
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('copy', copied);
    return () => {
      document.removeEventListener('copy', copied);
    };
  }, [copied]);
}
