import { memo, useMemo, type ReactNode } from 'react';
import type { Layout } from '#core/text/layout';
import { useStrings } from '../../strings/use-strings';
import styles from './preview.module.css';
import type { PaperParagraph, PaperPiece } from './paper';
import type { Preview as Shown } from './preview-of';

interface PreviewProps {
  readonly preview: Shown;
  /** True if what is shown is what will be written: only then is it the preview of the file. */
  readonly isCurrent: boolean;
  /** BCP 47 tag of its words. */
  readonly language: string;
  /** How the lines of a document run. */
  readonly lines: Layout;
}

/** What a file will hold: its own text, or the words of the document. */
export const Preview = memo(function Preview({ preview, isCurrent, language, lines }: PreviewProps): ReactNode {
  const strings = useStrings().export;
  const isText = preview.kind === 'text';
  return (
    <div
      {...(isCurrent ? { role: 'region', 'aria-label': strings.preview, tabIndex: 0 } : { 'aria-busy': true })}
      lang={language}
      data-lines={lines}
      className={isText ? styles['source'] : styles['paper']}
      onWheel={(event) => {
        // Down goes on, to the left.
        if (!isText && lines === 'vertical') event.currentTarget.scrollLeft -= event.deltaY;
      }}
    >
      {isText ? <Lines text={preview.text} /> : <Paragraphs paragraphs={preview.paper.paragraphs} />}
    </div>
  );
});

/** UTF-16 units of lines that are laid out together, once they come into sight. */
const STRETCH = 2_000;

/** The text in stretches of whole lines: joined they are the text. */
function stretchesOf(text: string): string[] {
  const stretches: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at + STRETCH) + 1 || text.length;
    stretches.push(text.slice(at, end));
    at = end;
  }
  return stretches;
}

function Lines({ text }: { readonly text: string }): ReactNode {
  const stretches = useMemo(() => stretchesOf(text), [text]);
  // Stretches have no other name than their number.
  return stretches.map((stretch, index) => <div key={index}>{stretch}</div>);
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly PaperParagraph[] }): ReactNode {
  return paragraphs.map(({ style, pieces, comments }, index) => (
    // Paragraphs of a file that is shown have no other name than their number, and never move. They are no headings of
    // the window, whatever they are in the file.
    <div key={index} data-style={style}>
      <p>
        {pieces.map((piece, number) => (
          <Piece key={number} piece={piece} />
        ))}
      </p>
      {comments.map(({ author, lines }, number) => (
        <div key={number} className={styles['comment']}>
          {author !== '' && <b>{author}</b>}
          {lines.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      ))}
    </div>
  ));
}

function Piece({ piece: { words, reading, isMarked, isNumber } }: { readonly piece: PaperPiece }): ReactNode {
  if (isNumber === true) return <sup>{words}</sup>;
  const shown =
    reading === undefined ? (
      words
    ) : (
      <ruby>
        {words}
        <rt>{reading}</rt>
      </ruby>
    );
  return isMarked ? <mark>{shown}</mark> : shown;
}
