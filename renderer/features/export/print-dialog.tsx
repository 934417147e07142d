import { useId, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { LAYOUTS, type Layout } from '#core/text/layout';
import { useSettings } from '../../services';
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
  const { windows, reader, reading, export: exporting } = useStrings();
  const strings = windows.print;
  const hasMarks = annotations.length > 0;
  const [choice, choose] = useState<PrintChoice>(hasMarks ? 'notes' : 'plain');
  const [{ layout }] = useSettings();
  const [lines, setLines] = useState<Layout>(layout);
  const { printing, print } = usePrinting(props);
  const isBusy = printing === 'preparing';
  const go = async (): Promise<void> => {
    if ((await print(choice, lines)) !== 'printed') return;
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
        <Choices
          legend={strings.what}
          values={PRINT_CHOICES}
          value={choice}
          nameOf={(value) => strings.choices[value]}
          isOpen={(value) => value === 'plain' || hasMarks}
          onChoose={choose}
        />
        <Choices
          legend={exporting.lines}
          values={LAYOUTS}
          value={lines}
          nameOf={(value) => reading.layout[value]}
          onChoose={setLines}
        />
        <p className={styles['about']}>{strings.about[lines](reader.modes[shown.mode])}</p>
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

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: (value: Value) => string;
  /** Whether a value can be chosen; all can where it is absent. */
  readonly isOpen?: (value: Value) => boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, below each other. */
function Choices<Value extends string>(props: ChoicesProps<Value>): ReactNode {
  const { legend, values, value: chosen, nameOf, isOpen, onChoose } = props;
  const group = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={styles['choice']}>
          <input
            type="radio"
            name={group}
            checked={value === chosen}
            disabled={isOpen?.(value) === false}
            onChange={() => {
              onChoose(value);
            }}
          />
          <span>{nameOf(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
