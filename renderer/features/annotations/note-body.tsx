import { Fragment, useMemo, type ReactNode } from 'react';
import { partsOfNote, type LinkGoal, type NotePart } from '#core/note/markup';
import { labelOf } from '#core/note/reference';
import { useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Found } from './found';
import styles from './note.module.css';
import type { References } from './use-references';

interface NoteBodyProps {
  readonly note: string;
  readonly references: References;
  /** True inside an item of a list: then nothing can be pressed, and a list is no list to a screen reader. */
  readonly isCompact?: boolean;
}

/** A note as it is to be read. It is made of elements, never of HTML. */
export function NoteBody({ note, references, isCompact = false }: NoteBodyProps): ReactNode {
  const lang = useOwnWordsLang();
  const parts = useMemo(() => partsOfNote(note), [note]);
  return isCompact ? (
    <span lang={lang} className={styles['compact']}>
      <CompactParts parts={parts} references={references} />
    </span>
  ) : (
    <div lang={lang} className={styles['body']}>
      <FullParts parts={parts} references={references} />
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly NotePart[];
  readonly references: References;
}

const wordsOf = (parts: readonly NotePart[]): string =>
  parts.map((part) => ('parts' in part ? wordsOf(part.parts) : 'words' in part ? part.words : ' ')).join('');

function FullParts({ parts, references }: PartsProps): ReactNode {
  return parts.map((part, index) => <Full key={index} part={part} references={references} />);
}

function Full({ part, references }: { readonly part: NotePart; readonly references: References }): ReactNode {
  if (!('parts' in part)) return <Leaf part={part} />;
  const children = <FullParts parts={part.parts} references={references} />;
  switch (part.kind) {
    case 'paragraph':
      return <p dir="auto">{children}</p>;
    case 'heading':
      // The page has headings of its own: those of a note begin below them.
      return (
        <p dir="auto" role="heading" aria-level={Math.min(6, part.level + 3)} className={styles['heading']}>
          {children}
        </p>
      );
    case 'quote':
      return <blockquote>{children}</blockquote>;
    case 'list':
      return part.start === undefined ? <ul>{children}</ul> : <ol start={part.start}>{children}</ol>;
    case 'item':
      return <li dir="auto">{children}</li>;
    case 'table':
      return (
        <table>
          <tbody>{children}</tbody>
        </table>
      );
    case 'row':
      return <tr>{children}</tr>;
    case 'cell':
      return <td dir="auto">{children}</td>;
    case 'link':
      return <NoteLink goal={part.goal} parts={part.parts} references={references} canPress />;
    case 'strong':
      return <strong>{children}</strong>;
    case 'emphasis':
      return <Emphasis words={wordsOf(part.parts)}>{children}</Emphasis>;
    case 'struck':
      return <s>{children}</s>;
  }
}

/** Parts in a run of lines: blocks are parted by line breaks, and items of lists have a sign before them. */
function CompactParts({ parts, references }: PartsProps): ReactNode {
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && isBlock(part) && <br />}
      <Compact part={part} references={references} />
    </Fragment>
  ));
}

const isBlock = ({ kind }: NotePart): boolean =>
  ['paragraph', 'heading', 'quote', 'list', 'item', 'table', 'row', 'code-block'].includes(kind);

function Compact({ part, references }: { readonly part: NotePart; readonly references: References }): ReactNode {
  if (part.kind === 'rule') return <br />;
  if (!('parts' in part)) return <Leaf part={part} />;
  if (part.kind === 'list') {
    return part.parts.map((item, index) => (
      <Fragment key={index}>
        {index > 0 && <br />}
        {part.start === undefined ? '• ' : `${part.start + index}. `}
        <Compact part={item} references={references} />
      </Fragment>
    ));
  }
  const children = <CompactParts parts={part.parts} references={references} />;
  switch (part.kind) {
    case 'strong':
    case 'heading':
      return <strong>{children}</strong>;
    case 'emphasis':
      return <Emphasis words={wordsOf(part.parts)}>{children}</Emphasis>;
    case 'struck':
      return <s>{children}</s>;
    case 'cell':
      return <>{children} </>;
    case 'link':
      return <NoteLink goal={part.goal} parts={part.parts} references={references} canPress={false} />;
    case 'paragraph':
    case 'quote':
    case 'item':
    case 'table':
    case 'row':
      return children;
  }
}

/** Chinese has no slanted letters: what is stressed is dotted, as in print. */
function Emphasis({ words, children }: { readonly words: string; readonly children: ReactNode }): ReactNode {
  return <em className={/\p{Script=Han}/u.test(words) ? styles['dotted'] : undefined}>{children}</em>;
}

function Leaf({ part }: { readonly part: Exclude<NotePart, { parts: unknown }> }): ReactNode {
  switch (part.kind) {
    case 'words':
      return <Found words={part.words} />;
    case 'code':
      return <code>{part.words}</code>;
    case 'code-block':
      return <code className={styles['codeBlock']}>{part.words}</code>;
    case 'break':
      return <br />;
    case 'rule':
      return <hr />;
  }
}

interface NoteLinkProps extends PartsProps {
  readonly goal: LinkGoal;
  readonly canPress: boolean;
}

/** A link to a mark can be followed. An address is shown, and not opened: nothing of the app reaches the network. */
function NoteLink({ goal, parts, references, canPress }: NoteLinkProps): ReactNode {
  const strings = useStrings().notes;
  const words = wordsOf(parts);
  if (goal.kind === 'address') {
    return (
      <span className={styles['address']} title={goal.address}>
        <Found words={words} />
        {canPress && !goal.address.includes(words) && <bdi> ({goal.address})</bdi>}
      </span>
    );
  }
  const reference = references.resolve(goal.link.markId);
  if (reference.state !== 'live') {
    const said = reference.state === 'deleted' ? strings.linkDeleted : strings.linkUnknown;
    return (
      <span className={styles['deadLink']} title={said}>
        <s>{words}</s>
        <small>{said}</small>
      </span>
    );
  }
  // Words that nobody has changed are those of the mark, as displayed now.
  const isPlain = words === '' || words === labelOf(reference.annotation.quote.exact);
  const label = isPlain ? reference.label : words;
  if (!canPress) {
    return (
      <span className={styles['markLink']}>
        <Found words={label} />
      </span>
    );
  }
  const follow = (): void => {
    references.open(goal.link.markId);
  };
  return (
    // No <a>: it would lead out of the page, and a button does not break between lines.
    <span
      role="link"
      tabIndex={0}
      className={styles['markLink']}
      title={strings.goToMark}
      onClick={follow}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        follow();
      }}
    >
      {label}
    </span>
  );
}
