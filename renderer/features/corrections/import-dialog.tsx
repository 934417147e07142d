import { useMemo, useState, type ReactNode } from 'react';
import { v7 as newId } from 'uuid';
import { directionOf, modesOf } from '#core/correction/correction';
import { parseFile, type BadLine } from '#core/correction/corrections-file';
import { planImport, type ImportPlan } from '#core/correction/import-plan';
import type { ScriptMode } from '#core/script/mode';
import { useServices } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './corrections.module.css';
import type { ChangeOutcome, Corrections } from './use-corrections';

interface ImportDialogProps {
  readonly opened: { readonly fileName: string; readonly text: string };
  readonly corrections: Corrections;
  readonly mode: ScriptMode;
  readonly onClose: () => void;
}

/** Lines that cannot be read are listed up to this number. */
const LISTED_LINES = 5;

const ALL_TRADITIONAL = 'all-traditional';
type Aim = Exclude<ScriptMode, 'original'> | typeof ALL_TRADITIONAL;

const AIMS: readonly Aim[] = ['simplified', ALL_TRADITIONAL, 'traditional', 'taiwan', 'taiwan-phrases', 'hong-kong'];

const modesOfAim = (aim: Aim): readonly ScriptMode[] => (aim === ALL_TRADITIONAL ? modesOf('to-traditional') : [aim]);

/** Shows what a file would bring, and brings it in only when asked to. */
export function ImportDialog({ opened, corrections, mode, onClose }: ImportDialogProps): ReactNode {
  const { file, failed: failures } = useStrings().corrections;
  const { clock } = useServices();
  const parsed = useMemo(() => parseFile(opened.text), [opened]);
  const asks = parsed.entries.some(({ modes }) => modes === undefined);
  const [aim, setAim] = useState<Aim>(directionOf(mode) === 'to-simplified' ? 'simplified' : ALL_TRADITIONAL);
  const [state, setState] = useState<'asking' | 'running' | Exclude<ChangeOutcome, 'kept' | 'idle'>>('asking');
  // What is planned is what was there when the file was opened; carrying it out looks again.
  const [before] = useState(corrections.all);
  const plan = useMemo(
    () => planImport(before, parsed.entries, modesOfAim(aim), { newId, at: clock() }),
    [before, parsed, aim, clock],
  );
  const count = plan.added + plan.replaced;
  const run = (): void => {
    setState('running');
    const inTurn: Parameters<Corrections['importAll']>[0] = (live) =>
      live === before
        ? plan.changes
        : planImport(live, parsed.entries, modesOfAim(aim), { newId, at: clock() }).changes;
    void corrections.importAll(inTurn, count).then((outcome) => {
      if (outcome === 'kept' || outcome === 'idle') onClose();
      else setState(outcome);
    });
  };
  return (
    <Modal title={file.title} onClose={onClose}>
      <p className={styles['from']}>{file.from(opened.fileName)}</p>
      {asks && (
        <label className={styles['choice']}>
          {file.for}
          <AimSelect aim={aim} onChoose={setAim} />
        </label>
      )}
      <PlanCounts plan={plan} />
      <BadLines bad={parsed.bad} />
      <p role={state === 'asking' || state === 'running' ? 'status' : 'alert'} className={styles['said']}>
        {state === 'asking' ? count === 0 && file.nothing : state === 'running' ? file.running : failures[state]}
      </p>
      <div className={styles['foot']}>
        <Button onPress={onClose}>{file.cancel}</Button>
        <Button main disabled={count === 0 || state === 'running'} onPress={run}>
          {file.run}
        </Button>
      </div>
    </Modal>
  );
}

/** The scripts that a file without notes of its own may be meant for. */
function AimSelect({ aim, onChoose }: { readonly aim: Aim; readonly onChoose: (aim: Aim) => void }): ReactNode {
  const { corrections, reader } = useStrings();
  return (
    <select
      className={styles['select']}
      value={aim}
      onChange={(event) => {
        const chosen = AIMS.find((value) => value === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {AIMS.map((value) => (
        <option key={value} value={value}>
          {value === ALL_TRADITIONAL ? corrections.file.allTraditional : reader.modes[value]}
        </option>
      ))}
    </select>
  );
}

/** How many entries are new, take the place of others, and are there already. */
function PlanCounts({ plan: { added, replaced, present } }: { readonly plan: ImportPlan }): ReactNode {
  const { file } = useStrings().corrections;
  return (
    <ul className={styles['counts']}>
      <li>{file.added(added)}</li>
      <li>{file.replaced(replaced)}</li>
      <li>{file.present(present)}</li>
    </ul>
  );
}

/** Which lines cannot be read, and why: the first few. */
function BadLines({ bad }: { readonly bad: readonly BadLine[] }): ReactNode {
  const { file } = useStrings().corrections;
  if (bad.length === 0) return null;
  return (
    <div className={styles['bad']}>
      <p>{file.bad(bad.length)}</p>
      <ul>
        {bad.slice(0, LISTED_LINES).map(({ line, why }) => (
          <li key={line}>{file.line(line, file.why[why])}</li>
        ))}
        {bad.length > LISTED_LINES && <li>{file.more(bad.length - LISTED_LINES)}</li>}
      </ul>
    </div>
  );
}
