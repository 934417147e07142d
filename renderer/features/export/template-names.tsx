import type { ReactNode } from 'react';
import { TEMPLATE_FILTERS, TEMPLATE_VARIABLES, type TemplateName } from '#core/exchange/markdown/template-words';
import { useLanguage, useStrings } from '../../strings/use-strings';
import styles from './export.module.css';

/** What a template can name; a press puts it where the cursor is. */
export function TemplateNames({ onInsert }: { readonly onInsert: (words: string) => void }): ReactNode {
  const strings = useStrings().export;
  return (
    <>
      <Names
        title={strings.variables}
        names={TEMPLATE_VARIABLES}
        onPress={(name) => {
          onInsert(`{{ ${name} }}`);
        }}
      />
      <Names
        title={strings.filters}
        names={TEMPLATE_FILTERS}
        onPress={(name) => {
          onInsert(` | ${name}`);
        }}
      />
    </>
  );
}

interface NamesProps {
  readonly title: string;
  readonly names: readonly TemplateName[];
  readonly onPress: (name: string) => void;
}

function Names({ title, names, onPress }: NamesProps): ReactNode {
  const language = useLanguage();
  return (
    <details
      className={styles['names']}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'start' });
      }}
    >
      <summary>{title}</summary>
      <ul>
        {names.map(({ name, words }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onPress(name);
              }}
            >
              <code>{name}</code>
              <span>{words[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
