import { useId, type ReactNode, type RefObject } from 'react';
import { DEFAULT_TEMPLATE } from '#core/exchange/markdown/template-default';
import { templateSentence, type TemplateFault } from '#core/exchange/markdown/template-words';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { LONGEST_TEMPLATE } from '../../storage/live-export';
import styles from './export.module.css';
import { useTyped } from './use-typed';

interface TemplateEditorProps {
  readonly template: string;
  /** What is wrong with it. */
  readonly fault: TemplateFault | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (template: string) => void;
}

/** The person's own template: what it makes shows below as soon as typing rests, or what is wrong with it. */
export function TemplateEditor({ template, fault, field, onChange }: TemplateEditorProps): ReactNode {
  const strings = useStrings().export;
  const language = useLanguage();
  const typed = useTyped(template, onChange);
  const name = useId();
  const wrong = useId();
  return (
    <div className={styles['template']}>
      <div className={styles['mainHead']}>
        <label htmlFor={name}>{strings.template}</label>
        <button
          type="button"
          className={styles['quiet']}
          disabled={typed.value === DEFAULT_TEMPLATE}
          onClick={() => {
            typed.type(DEFAULT_TEMPLATE);
            typed.settle();
          }}
        >
          {strings.firstTemplate}
        </button>
      </div>
      <textarea
        ref={field}
        id={name}
        className={styles['editor']}
        aria-invalid={fault !== undefined}
        aria-describedby={wrong}
        placeholder={strings.noTemplate}
        maxLength={LONGEST_TEMPLATE}
        value={typed.value}
        onChange={(event) => {
          typed.type(event.target.value);
        }}
        onBlur={typed.settle}
      />
      {/* Always there, so that screen readers notice what comes into it. */}
      <p id={wrong} role="alert" className={styles['wrong']}>
        {fault && templateSentence(fault, language)}
      </p>
    </div>
  );
}
