import type { ReactNode } from 'react';
import {
  MARKDOWN_LAYOUTS,
  QUOTE_CHOICES,
  type ExportOptions,
  type Format,
  type OptionName,
} from '#core/exchange/format';
import { DEFAULT_TEMPLATE } from '#core/exchange/markdown/template-default';
import type { ScriptMode } from '#core/script/mode';
import { LAYOUTS } from '#core/text/layout';
import { useStrings } from '../../strings/use-strings';
import { LONGEST_NAME } from '../../storage/live-export';
import { Switch } from '../../ui/switch';
import styles from './export.module.css';
import { useTyped } from './use-typed';

interface OptionFieldsProps {
  readonly format: Format;
  readonly options: ExportOptions;
  readonly mode: ScriptMode;
  /** What the deck of cards is called where nothing is written. */
  readonly title: string;
  readonly onChange: (changes: Partial<ExportOptions>) => void;
}

/** The options of a format, those that it has. */
export function OptionFields({ format, options, mode, title, onChange }: OptionFieldsProps): ReactNode {
  const { export: strings, reader, reading } = useStrings();
  const has = (name: OptionName): boolean => format.options.includes(name);
  const switches = (['notes', 'glosses', 'citation', 'bin'] as const).filter(has);
  const fields = (['author', 'deck'] as const).filter(has);
  const hints = { author: strings.authorHint, deck: title };
  return (
    <>
      {has('layout') && (
        <Choice
          name={strings.layout}
          value={options.layout}
          values={MARKDOWN_LAYOUTS}
          nameOf={(value) => strings.layouts[value]}
          onChoose={(layout) => {
            const isFirst = layout === 'template' && options.template === '';
            onChange({ layout, ...(isFirst && { template: DEFAULT_TEMPLATE }) });
          }}
        />
      )}
      {has('quotes') && (
        <Choice
          name={strings.quotes}
          value={options.quotes}
          values={QUOTE_CHOICES}
          nameOf={(value) =>
            value === 'displayed' ? strings.asDisplayed(reader.modes[mode]) : strings.quotesAs[value]
          }
          onChoose={(quotes) => {
            onChange({ quotes });
          }}
        />
      )}
      {has('lines') && (
        <Choice
          name={strings.lines}
          value={options.lines}
          values={LAYOUTS}
          nameOf={(value) => reading.layout[value]}
          onChoose={(lines) => {
            onChange({ lines });
          }}
        />
      )}
      {fields.map((name) => (
        <TextOption
          key={`${format.id} ${name}`}
          name={strings.fields[name]}
          placeholder={hints[name]}
          value={options[name]}
          onChange={(value) => {
            onChange({ [name]: value });
          }}
        />
      ))}
      {switches.length > 0 && (
        <div className={styles['switches']}>
          {switches.map((name) => (
            <Switch
              key={name}
              label={strings.switches[name]}
              on={options[name]}
              onSwitch={(on) => {
                onChange({ [name]: on });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, value, values, nameOf, onChoose }: ChoiceProps<Value>): ReactNode {
  return (
    <label className={styles['field']}>
      <span className={styles['name']}>{name}</span>
      <select
        className={styles['select']}
        value={value}
        onChange={(event) => {
          const chosen = values.find((each) => each === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextOptionProps {
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextOption({ name, placeholder, value, onChange }: TextOptionProps): ReactNode {
  const typed = useTyped(value, onChange);
  return (
    <label className={styles['field']}>
      <span className={styles['name']}>{name}</span>
      <input
        type="text"
        className={styles['text']}
        placeholder={placeholder}
        maxLength={LONGEST_NAME}
        value={typed.value}
        onChange={(event) => {
          typed.type(event.target.value);
        }}
        onBlur={typed.settle}
      />
    </label>
  );
}
