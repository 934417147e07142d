import type { ReactNode } from 'react';
import type { ExportContent } from '#core/ipc/export-contract';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './export.module.css';
import { Preview } from './preview';
import type { Making } from './use-making';

interface ExportMainProps {
  readonly making: Making;
  /** True if there are no notes to take out. */
  readonly isEmpty: boolean;
  /** BCP 47 tag of the words that are shown. */
  readonly language: string;
  readonly onCopied: (how: 'copied' | 'failed') => void;
}

/** So many bytes, in a unit that suits them. */
function sizeOf(bytes: number, language: string): string {
  const [unit, value] =
    bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(value);
}

/** What can be pasted elsewhere; undefined for what is no text. */
const textOf = (content: ExportContent | undefined): string | undefined =>
  content?.kind === 'text' ? content.text : undefined;

/** The preview of the file, with what is said of it. */
export function ExportMain({ making, isEmpty, language, onCopied }: ExportMainProps): ReactNode {
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
  const size = made?.bytes === undefined ? undefined : sizeOf(made.bytes, spoken);
  return (
    <div className={styles['main']}>
      <div className={styles['mainHead']}>
        <h2 aria-hidden="true">{strings.preview}</h2>
        {text !== undefined && <Button onPress={copy}>{strings.copy}</Button>}
      </div>
      {preview === undefined || isEmpty ? (
        <div className={styles['empty']}>{isEmpty && <p>{strings.nothing}</p>}</div>
      ) : (
        <Preview preview={preview} isCurrent={isCurrent} language={language} />
      )}
      {made !== undefined && preview !== undefined && !isEmpty && (
        <p className={styles['rest']}>
          {size !== undefined && (preview.isWhole ? strings.size(size) : strings.rest(size))}
          {size === undefined && !preview.isWhole && strings.restOfDocument}
        </p>
      )}
    </div>
  );
}
