import type { ReactNode } from 'react';
import type { Layout } from '#core/text/layout';
import type { Text } from '#core/text/text';
import { uprightInTitle } from '#core/text/upright-numbers';
import { useStrings } from '../../strings/use-strings';
import styles from './reader.module.css';

interface TextHeadProps {
  readonly text: Text;
  readonly title: string;
  readonly layout: Layout;
  /** In a second column, where the title is said once more: what the column shows, in place of what the file holds. */
  readonly instead?: string;
  /** BCP 47 tag of the title. */
  readonly language?: string;
}

/** A title in which numbers that stand upright in a column are elements: short ones in one cell, years digit by digit. */
function withFigures(title: string): ReactNode {
  const numbers = uprightInTitle(title);
  return (
    <>
      {numbers.map(({ start, end }, at) => [
        title.slice(numbers[at - 1]?.end ?? 0, start),
        <b key={start} className={end - start <= 2 ? 'upright' : undefined}>
          {title.slice(start, end)}
        </b>,
      ])}
      {title.slice(numbers.at(-1)?.end ?? 0)}
    </>
  );
}

/** What is said above a text: its title, and what was found in its file. */
export function TextHead({ text, title, layout, language = 'zh', instead }: TextHeadProps): ReactNode {
  const { reader } = useStrings();
  const { glosses, repairs, script } = text;
  const said = layout === 'vertical' ? reader.about.inColumns : reader.about;
  const heading = <h1 lang={language}>{layout === 'vertical' ? withFigures(title) : title}</h1>;
  const found = (
    <>
      <span>{reader.sourceScripts[script]}</span>
      {glosses.length > 0 && <span>{said.glosses(glosses.length)}</span>}
      {repairs.length > 0 && <span>{said.repairs(repairs.length)}</span>}
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
