import type { ReactNode } from 'react';
import type { ExportContent } from '#core/ipc/export-contract';
import type { Layout } from '#core/text/layout';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './export.module.css';
import { Preview } from './preview';
import type { Making } from './use-making';

interface ExportMainProps {
  readonly making: Making;
  /** Why nothing is made, in a sentence: there are no notes, or the template is faulty. */
  readonly instead: string | undefined;
  /** True if there are no notes to take out. */
  readonly isEmpty: boolean;
  readonly children: ReactNode;
  /** BCP 47 tag of the words that are shown. */
  readonly language: string;
  /** How the lines of a document run. */
  readonly lines: Layout;
  readonly onCopied: (how: 'copied' | 'failed') => void;
}

/** So many bytes, in a unit that suits them. */
function sizeOf(bytes: number, language: string, bytesInWords: (count: number) => string): string {
  if (bytes < 1_000) return bytesInWords(bytes);
  const [unit, value] = bytes < 1_000_000 ? ['KB', bytes / 1_000] : ['MB', bytes / 1_000_000];
  return `${new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value)} ${unit}`;
}

/** What can be pasted elsewhere; undefined for what is no text. */
const textOf = (content: ExportContent | undefined): string | undefined =>
  content?.kind === 'text' ? content.text : undefined;

/** The preview of the file, with what is said of it. */
export function ExportMain(props: ExportMainProps): ReactNode {
  const { making, instead, isEmpty, language, lines, onCopied, children } = props;
  const strings = useStrings().export;
  const spoken = useLanguage();
  const { phase, preview, isCurrent } = making;
  const made = phase.kind === 'made' ? phase.made : undefined;
  const text = textOf(made?.content);
  const copy = (): void => {
    if (text === undefined) return;
    navigator.clipboard.writeText(text).then(
      () => {
        onCopied('copied');
      },
      () => {
        onCopied('failed');
      },
    );
  };
  const size = made?.bytes === undefined ? undefined : sizeOf(made.bytes, spoken, strings.bytes);
  return (
    <div className={styles['main']}>
      {children}
      <h2 aria-hidden="true" className={styles['previewName']}>
        {strings.preview}
      </h2>
      {preview === undefined || isEmpty ? (
        <div className={styles['empty']}>{instead !== undefined && <p>{instead}</p>}</div>
      ) : (
        <Preview preview={preview} isCurrent={isCurrent} language={language} lines={lines} />
      )}
      {made !== undefined && preview !== undefined && !isEmpty && (
        <div className={styles['below']}>
          <p data-made className={styles['rest']}>
            {size !== undefined && (preview.isWhole ? strings.size(size) : strings.rest(size))}
            {size === undefined && !preview.isWhole && strings.restOfDocument}
          </p>
          {text !== undefined && <Button onPress={copy}>{strings.copy}</Button>}
        </div>
      )}
    </div>
  );
}
