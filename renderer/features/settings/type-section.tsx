import type { ReactNode } from 'react';
import { QUOTE_CHOICES } from '#core/script/quote-style';
import { useSettings } from '../../services';
import {
  FACES,
  FIRST_TYPE,
  PAPERS,
  PARAGRAPHS,
  stepped,
  TYPE_RANGES,
  type Face,
  type Measured,
} from '../../storage/type-settings';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/segments';
import { Switch } from '../../ui/switch';
import { FACE_SIGNS } from './face-signs';
import styles from './type-section.module.css';
import { useIsDark } from './use-is-dark';

/** Themes whose paper can be another one; the others have a paper that belongs to them. */
const HAS_PAPERS: ReadonlySet<string> = new Set(['system', 'light', 'dark']);

const MEASURES = ['typeSize', 'leading', 'measure', 'rubySize'] as const satisfies readonly Measured[];

/** How the page is set. Each change is seen at once, since the panel stands beside the page. */
export function TypeSection(): ReactNode {
  const { type: strings } = useStrings();
  const [settings, change] = useSettings();
  const { face, paragraphs, justified, paper, quotes, focus, theme } = settings;
  // Dark papers have names of their own: what is black is not called white.
  const paperNames = useIsDark(theme) ? strings.darkPapers : strings.papers;
  return (
    <section aria-label={strings.title} className={styles['section']}>
      <h3>{strings.title}</h3>
      <div role="radiogroup" aria-label={strings.face} className={styles['faces']}>
        {FACES.map((value) => (
          <label key={value} className={styles['face']}>
            <input
              type="radio"
              name="type-face"
              className={styles['input']}
              aria-label={strings.faces[value]}
              checked={face === value}
              onChange={() => {
                change({ face: value });
              }}
            />
            <FaceSign face={value} />
            <span>{strings.faces[value]}</span>
          </label>
        ))}
      </div>
      {MEASURES.map((measured) => (
        <Stepper
          key={measured}
          measured={measured}
          value={settings[measured]}
          onChange={(value) => {
            change({ [measured]: value });
          }}
        />
      ))}
      <Choice label={strings.paragraphs}>
        <Segments
          label={strings.paragraphs}
          value={paragraphs}
          choices={PARAGRAPHS.map((value) => ({ value, name: strings.paragraphNames[value] }))}
          onChoose={(value) => {
            change({ paragraphs: value });
          }}
        />
      </Choice>
      <Choice label={strings.quotes}>
        <Segments
          label={strings.quotes}
          value={quotes}
          choices={QUOTE_CHOICES.map((value) => ({ value, name: strings.quoteNames[value] }))}
          onChoose={(value) => {
            change({ quotes: value });
          }}
        />
      </Choice>
      <Choice label={strings.paper}>
        {HAS_PAPERS.has(theme) ? (
          <div role="radiogroup" aria-label={strings.paper} className={styles['papers']}>
            {PAPERS.map((value) => (
              <label key={value} className={styles['paper']}>
                <input
                  type="radio"
                  name="type-paper"
                  className={styles['input']}
                  aria-label={paperNames[value]}
                  checked={paper === value}
                  onChange={() => {
                    change({ paper: value });
                  }}
                />
                <i aria-hidden="true" data-paper-of={value} />
                <span>{paperNames[value]}</span>
              </label>
            ))}
          </div>
        ) : (
          <p className={styles['hint']}>{strings.ownPaper}</p>
        )}
      </Choice>
      <div className={styles['switches']}>
        <Switch
          label={strings.justified}
          on={justified}
          onSwitch={(on) => {
            change({ justified: on });
          }}
        />
        <Switch
          label={strings.focus}
          on={focus}
          onSwitch={(on) => {
            change({ focus: on });
          }}
        />
      </div>
      <div>
        <Button
          onPress={() => {
            change(FIRST_TYPE);
          }}
        >
          {strings.reset}
        </Button>
      </div>
    </section>
  );
}

/** A character in the family that it stands for; that of the system is always there. */
function FaceSign({ face }: { readonly face: Face }): ReactNode {
  if (face === 'system') {
    return (
      <span className={styles['sign']} lang="zh-Hans" aria-hidden="true">
        永
      </span>
    );
  }
  return (
    <svg className={styles['sign']} viewBox="0 -880 1000 1000" aria-hidden="true">
      <path transform="scale(1 -1)" d={FACE_SIGNS[face]} />
    </svg>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Choice({ label, children }: ChoiceProps): ReactNode {
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

interface StepperProps {
  readonly measured: Measured;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A measure on a slider, with what it is now and a button for a step in either direction. */
function Stepper({ measured, value, onChange }: StepperProps): ReactNode {
  const { type: strings } = useStrings();
  const { least, most, step } = TYPE_RANGES[measured];
  const words = strings.values[measured](value);
  const button = (steps: 1 | -1): ReactNode => (
    <button
      type="button"
      className={styles['step']}
      aria-label={strings.steps[measured][steps === 1 ? 'more' : 'less']}
      disabled={value === (steps === 1 ? most : least)}
      onClick={() => {
        onChange(stepped(measured, value, steps));
      }}
    >
      {steps === 1 ? '+' : '−'}
    </button>
  );
  return (
    <div className={styles['measure']}>
      <span aria-hidden="true">{strings.measures[measured]}</span>
      <output className={styles['value']}>{words}</output>
      <div className={styles['slide']}>
        {button(-1)}
        <input
          type="range"
          aria-label={strings.measures[measured]}
          aria-valuetext={words}
          min={least}
          max={most}
          step={step}
          value={value}
          onChange={(event) => {
            onChange(Number(event.target.value));
          }}
        />
        {button(1)}
      </div>
    </div>
  );
}
