import type { CSSProperties, ReactNode } from 'react';
import { COLOURS, OWN_COLOURS, type NamedColour } from '#core/annotation/annotation';
import {
  LONGEST_LABEL,
  withChanged,
  withNewColour,
  withoutColour,
  type OwnEntry,
  type Palette,
} from '#core/annotation/palette';
import { usePalette, useServices } from '../../services';
import { useColourWords } from '../../strings/use-colour-words';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import annotationStyles from './pane.module.css';
import styles from './palette.module.css';

/** What a new colour is at first: none of the named ones, and each another. */
const NEW_COLOURS = ['#e07a2f', '#1f9e9e', '#c2407f', '#7a8c1f', '#4a5fd0', '#8a5a3c', '#5a7d8c', '#b03a3a'];

/** The colours that a person marks with, in the settings: what each means, and those of their own. */
export function PaletteSection(): ReactNode {
  const { marks } = useStrings();
  const [palette, change] = usePalette();
  const { annotations } = useServices();
  // Offered no more, and no mark has it, one in the bin neither.
  const unused = palette.own.filter(({ id, offered }) => !offered && !annotations.hasColour(id)).map(({ id }) => id);
  const next = withNewColour(palette, NEW_COLOURS[palette.own.length % NEW_COLOURS.length] ?? '#e07a2f', unused);
  return (
    <section aria-label={marks.palette.title} className={styles['palette']}>
      <h3>{marks.palette.title}</h3>
      <p>{marks.palette.hint}</p>
      <ul>
        {COLOURS.map((colour) => (
          <NamedRow key={colour} colour={colour} palette={palette} onChange={change} />
        ))}
        {palette.own.map((entry) => (
          <OwnRow key={entry.id} entry={entry} palette={palette} onChange={change} />
        ))}
      </ul>
      {next === undefined ? (
        <p>{marks.palette.full}</p>
      ) : (
        <span>
          <Button
            onPress={() => {
              change(next);
            }}
          >
            {marks.palette.add}
          </Button>
        </span>
      )}
    </section>
  );
}

interface RowProps {
  readonly palette: Palette;
  readonly onChange: (change: Partial<Palette>) => void;
}

/** A colour that everybody has, and what it means to this person. */
function NamedRow({ colour, palette, onChange }: RowProps & { readonly colour: NamedColour }): ReactNode {
  const { colours, marks } = useStrings();
  return (
    <li className={styles['paletteRow']}>
      <span className={styles['swatch']} style={{ '--swatch': `var(--${colour})` } as CSSProperties}>
        <i aria-hidden="true" />
      </span>
      <span aria-hidden="true">{colours[colour]}</span>
      <input
        type="text"
        className={annotationStyles['field']}
        aria-label={marks.palette.label(colours[colour])}
        placeholder={marks.palette.labelPlaceholder}
        maxLength={LONGEST_LABEL}
        value={palette.labels[colour]}
        onChange={(event) => {
          onChange({ labels: { ...palette.labels, [colour]: event.target.value } });
        }}
      />
    </li>
  );
}

/** A colour of the person's own: how it looks, what it is called, and whether it is offered. */
function OwnRow({ entry, palette, onChange }: RowProps & { readonly entry: OwnEntry }): ReactNode {
  const { marks } = useStrings();
  const words = useColourWords();
  const { id, hex, label, offered } = entry;
  // What it is called in the names of its controls must not change while it is typed.
  const name = marks.ownColour(OWN_COLOURS.indexOf(id) + 1);
  return (
    <li className={styles['paletteRow']} data-own>
      <input
        type="color"
        className={styles['well']}
        aria-label={marks.palette.look(name)}
        title={words.name(id)}
        value={hex}
        onChange={(event) => {
          onChange(withChanged(palette, id, { hex: event.target.value.toLowerCase() }));
        }}
      />
      <input
        type="text"
        className={annotationStyles['field']}
        aria-label={marks.palette.name(name)}
        placeholder={marks.palette.namePlaceholder}
        maxLength={LONGEST_LABEL}
        value={label}
        onChange={(event) => {
          onChange(withChanged(palette, id, { label: event.target.value }));
        }}
      />
      {offered ? (
        <IconButton
          icon="close"
          label={marks.palette.remove(name)}
          onPress={() => {
            onChange(withoutColour(palette, id));
          }}
        />
      ) : (
        <IconButton
          icon="undo"
          label={marks.palette.offer(name)}
          onPress={() => {
            onChange(withChanged(palette, id, { offered: true }));
          }}
        />
      )}
      {!offered && <p>{marks.palette.retired}</p>}
    </li>
  );
}
