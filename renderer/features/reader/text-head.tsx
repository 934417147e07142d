import type { ReactNode } from 'react';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import styles from './reader.module.css';

interface TextHeadProps {
  readonly text: Text;
  readonly title: string;
  /** In a second column, where the title is said once more: what the column shows, in place of what the file holds. */
  readonly instead?: string;
  /** BCP 47 tag of the title. */
  readonly language?: string;
}

/** Words in which each figure is an element, so that it can stand upright in a column. */
const withFigures = (words: string): ReactNode =>
  words.split(/(\d+)/).map((part, at) => (at % 2 === 0 ? part : <b key={at}>{part}</b>));

/** What is said above a text: its title, and what was found in its file. */
export function TextHead({ text, title, language = 'zh', instead }: TextHeadProps): ReactNode {
  const { reader } = useStrings();
  const { glosses, repairs, script } = text;
  const heading = <h1 lang={language}>{title}</h1>;
  const found = (
    <>
      <span>{reader.sourceScripts[script]}</span>
      {glosses.length > 0 && <span>{withFigures(reader.about.glosses(glosses.length))}</span>}
      {repairs.length > 0 && <span>{withFigures(reader.about.repairs(repairs.length))}</span>}
    </>
  );
  if (instead !== undefined) {
    return (
      <div className={styles['head']} data-head>
        {heading}
        {/* It takes as many lines as that of the page beside it, so that both texts begin at the same height. */}
        <p className={styles['instead']}>
          <span aria-hidden="true">{found}</span>
          <span>{instead}</span>
        </p>
      </div>
    );
  }
  return (
    <section aria-label={reader.about.name} className={styles['head']} data-head>
      {heading}
      <p>{found}</p>
    </section>
  );
}
