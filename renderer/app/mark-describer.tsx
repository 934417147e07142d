import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { firstCharacters } from '#core/support/first-characters';
import type { ShownText } from '#core/text/shown-text';
import type { ReaderPage } from '../features/reader';
import { MarkDescriptions, type DescribeMarks } from '../page/mark-descriptions';
import { useColourWords } from '../strings/use-colour-words';
import { useStrings } from '../strings/use-strings';

/** Marks of one paragraph that are told one by one; of the others it is said how many there are. */
const MOST_TOLD = 12;

/** Characters of a quote, and of a note, that are told. */
const LONGEST_QUOTE = 40;
const LONGEST_NOTE = 200;

/** The first characters, with a sign where there are more. */
function beginning(words: string, most: number): string {
  const first = firstCharacters(words, most);
  return first.length < words.length ? `${first}…` : first;
}

/** Says which marks stand on a paragraph, of which colour and style, on which of its words, and with what notes. */
function useDescribe(shown: ShownText, annotations: readonly Annotation[]): DescribeMarks {
  const { marks, voice } = useStrings();
  const words = useColourWords();
  const notes = useMemo(() => new Map(annotations.map(({ id, note }) => [id, note.trim()])), [annotations]);
  return useMemo(
    () => (block, stretches) => {
      const projection = shown.block(block);
      const told = stretches.slice(0, MOST_TOLD).map(({ mark, span }) => {
        const { start, end } = projection.toDisplay(span);
        const note = notes.get(mark.id) ?? '';
        const said = voice.mark(words.looks(mark), beginning(projection.display.slice(start, end), LONGEST_QUOTE));
        return note === '' ? said : `${said} ${marks.noted(beginning(note, LONGEST_NOTE))}`;
      });
      const more = stretches.length - told.length;
      return [voice.described(stretches.length), ...told, ...(more > 0 ? [voice.more(more)] : [])].join(' ');
    },
    [shown, notes, marks, voice, words],
  );
}

interface MarkDescriberProps {
  readonly page: ReaderPage;
  readonly shown: ShownText;
  readonly annotations: readonly Annotation[];
}

/** Holds what describes the paragraphs of a column by their marks: outside the text, and never seen. */
export function MarkDescriber({ page, shown, annotations }: MarkDescriberProps): ReactNode {
  const id = useId();
  const holder = useRef<HTMLDivElement>(null);
  const descriptions = useRef<MarkDescriptions>(undefined);
  const describe = useDescribe(shown, annotations);
  useEffect(() => {
    if (holder.current === null) return;
    const made = new MarkDescriptions(page.view, page.painter, holder.current);
    descriptions.current = made;
    return () => {
      made.close();
    };
  }, [page]);
  useEffect(() => {
    descriptions.current?.describe(describe);
  }, [page, describe]);
  return <div ref={holder} id={id} hidden />;
}
