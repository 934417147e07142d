import { useId, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import type { Shown } from '../reader';
import styles from './print.module.css';
import { PRINT_CHOICES, usePrinting, type PrintChoice } from './use-printing';

interface PrintDialogProps {
  readonly shown: Shown;
  /** The live notes on the text. */
  readonly annotations: readonly Annotation[];
  readonly titleOf: (textId: string) => string;
  readonly onPrinted: () => void;
  readonly onClose: () => void;
}

/** Asks what of the text goes on paper; the system's own dialog asks on which. */
export function PrintDialog(props: PrintDialogProps): ReactNode {
  const { shown, annotations, onPrinted, onClose } = props;
  const { windows, reader } = useStrings();
  const strings = windows.print;
  const group = useId();
  const hasMarks = annotations.length > 0;
  const [choice, choose] = useState<PrintChoice>(hasMarks ? 'notes' : 'plain');
  const { printing, print } = usePrinting(props);
  const isBusy = printing === 'preparing';
  const go = async (): Promise<void> => {
    if ((await print(choice)) !== 'printed') return;
    onPrinted();
    onClose();
  };
  return (
    <Modal title={strings.title} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void go();
        }}
      >
        <fieldset className={styles['choices']}>
          <legend>{strings.what}</legend>
          {PRINT_CHOICES.map((value) => (
            <label key={value} className={styles['choice']}>
              <input
                type="radio"
                name={group}
                checked={value === choice}
                disabled={value !== 'plain' && !hasMarks}
                onChange={() => {
                  choose(value);
                }}
              />
              <span>{strings.choices[value]}</span>
            </label>
          ))}
        </fieldset>
        <p className={styles['about']}>{strings.about(reader.modes[shown.mode])}</p>
        <p role="status" className={styles['state']} data-failed={printing === 'failed' || undefined}>
          {isBusy && strings.preparing}
          {printing === 'failed' && strings.failed}
        </p>
        <div className={styles['foot']}>
          <Button onPress={onClose}>{strings.cancel}</Button>
          <Button main submit disabled={isBusy}>
            {strings.go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
