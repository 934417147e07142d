import type { ReactNode } from 'react';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import styles from './reader.module.css';

interface TextHeadProps {
  readonly text: Text;
  readonly title: string;
  /** True in a second column, where it is said once more. */
  readonly isRepeated?: boolean;
  /** BCP 47 tag of the title. */
  readonly language?: string;
}

/** Words in which each figure is an element, so that it can stand upright in a column. */
const withFigures = (words: string): ReactNode =>
  words.split(/(\d+)/).map((part, at) => (at % 2 === 0 ? part : <b key={at}>{part}</b>));

/** What is said above a text: its title, and what was found in its file. */
export function TextHead({ text, title, language = 'zh', isRepeated = false }: TextHeadProps): ReactNode {
  const { reader } = useStrings();
  const { glosses, repairs, script } = text;
  const said = (
    <>
      <h1 lang={language}>{title}</h1>
      <p>
        <span>{reader.sourceScripts[script]}</span>
        {glosses.length > 0 && <span>{withFigures(reader.about.glosses(glosses.length))}</span>}
        {repairs.length > 0 && <span>{withFigures(reader.about.repairs(repairs.length))}</span>}
      </p>
    </>
  );
  if (isRepeated)
    return (
      <div className={styles['head']} data-head>
        {said}
      </div>
    );
  return (
    <section aria-label={reader.about.name} className={styles['head']} data-head>
      {said}
    </section>
  );
}
