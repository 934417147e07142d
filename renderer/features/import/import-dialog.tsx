import { useCallback, useState, type ReactNode } from 'react';
import { formatOf } from '#core/exchange/formats';
import { READERS } from '#core/exchange/readers';
import { countFates, FATES, type PlannedItem } from '#core/import/fate';
import type { Step } from '#core/history/step';
import type { Language } from '#core/ipc/language';
import type { ShownText } from '#core/text/shown-text';
import { useServices } from '../../services';
import type { PreparedImport } from '../../storage/import-store';
import type { LedgerFailure } from '../../storage/ledger';
import { useLanguage, useStrings, type Said } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { ImportList } from './import-list';
import styles from './import.module.css';
import { useChosenItems } from './use-chosen-items';
import { useImportPreview, type Preview, type UnusableWhy } from './use-import-preview';

/** A file that was chosen or dropped, as bytes, or why they could not be read. */
export type ChosenFile =
  | { readonly kind: 'opened'; readonly fileName: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'failed';
      readonly fileName: string;
      readonly reason: 'missing' | 'forbidden' | 'too-large' | 'not-text' | 'other';
    };

/** What came of an import. */
export interface Imported {
  /** What is said of it. */
  readonly words: Said;
  /** The step that it was; undefined where nothing changed. */
  readonly step: Step | undefined;
  /** How many notes have to be looked at. */
  readonly toCheck: number;
}

interface ImportDialogProps {
  readonly file: ChosenFile;
  readonly shown: ShownText;
  readonly onImported: (imported: Imported) => void;
  readonly onClose: () => void;
}

/** Shows what importing a file does, note by note, and imports it only when asked to. */
export function ImportDialog({ file, shown, onImported, onClose }: ImportDialogProps): ReactNode {
  const { importing } = useStrings();
  const language = useLanguage();
  const [asked, setAsked] = useState<string>();
  const intoId = asked ?? shown.text.id;
  const bytes = file.kind === 'opened' ? file.bytes : undefined;
  const preview = useImportPreview(file.fileName, bytes, { intoId, isIntoAsked: asked !== undefined });
  if (file.kind === 'failed' || preview.phase !== 'ready') {
    return (
      <Modal title={importing.title} onClose={onClose}>
        <NotReady file={file} preview={preview} />
        <div className={styles['foot']}>
          <Button onPress={onClose}>{importing.close}</Button>
        </div>
      </Modal>
    );
  }
  const { prepared, isStale } = preview;
  const { format } = prepared.file;
  return (
    <Modal title={importing.title} onClose={onClose} wide>
      <div className={styles['plan']}>
        <p className={styles['from']}>{importing.from(file.fileName, nameOf(format, language))}</p>
        {prepared.asksForText && <TextChoice {...{ prepared, intoId }} onInto={setAsked} />}
        {/* Anew for each plan, so that what is ticked is what that one says. */}
        <Plan key={prepared.at} {...{ prepared, isStale, shown, onImported, onClose }} fileName={file.fileName} />
      </div>
    </Modal>
  );
}

/** What the formats are called that notes come in by. */
function useKnownFormats(): string {
  const { importing } = useStrings();
  const language = useLanguage();
  return [...new Set(READERS.map(({ format }) => nameOf(format, language)))].join(importing.between);
}

const nameOf = (format: string, language: Language): string => formatOf(format)?.words[language].name ?? format;

/** That a file is being read, or why it cannot be imported. */
function NotReady({ file, preview }: { readonly file: ChosenFile; readonly preview: Preview }): ReactNode {
  const { importing } = useStrings();
  const formats = useKnownFormats();
  const why: UnusableWhy | (ChosenFile & { kind: 'failed' })['reason'] | undefined =
    file.kind === 'failed' ? file.reason : preview.phase === 'unusable' ? preview.why : undefined;
  if (why === undefined) {
    const isFinding = preview.phase === 'finding';
    return (
      <div className={styles['busy']}>
        <p className={styles['from']}>{importing.file(file.fileName)}</p>
        <p role="status">{isFinding ? importing.finding(preview.done, preview.all) : importing.reading}</p>
        <progress aria-hidden="true" {...(isFinding && { value: preview.done, max: Math.max(1, preview.all) })} />
      </div>
    );
  }
  const asksForOther = why === 'unknown' || why === 'text' || why === 'not-text' || why === 'no-notes';
  return (
    <div role="alert" className={styles['unusable']}>
      <p>{importing.failed[why](file.fileName)}</p>
      {asksForOther && formats !== '' && <p>{importing.known(formats)}</p>}
      <p>{importing.unchanged}</p>
    </div>
  );
}

interface PlanProps extends Pick<ImportDialogProps, 'shown' | 'onImported' | 'onClose'> {
  readonly prepared: PreparedImport;
  readonly isStale: boolean;
  readonly fileName: string;
}

/** Carries an import out, and tells what came of it. */
function useRun({ prepared, fileName, onImported }: PlanProps, chosen: ReadonlySet<number>) {
  const { imports } = useServices();
  const [state, setState] = useState<'asking' | 'running' | LedgerFailure>('asking');
  const run = (): void => {
    setState('running');
    void imports
      .carryOut(prepared, chosen)
      .catch(() => ({ ok: false as const, reason: 'other' as const }))
      .then((outcome) => {
        if (!outcome.ok) {
          setState(outcome.reason);
          return;
        }
        const { step, left } = outcome.value;
        if (step === undefined) {
          onImported({
            words: ({ importing }) => (left === 0 ? importing.idle(fileName) : importing.left(left)),
            step,
            toCheck: 0,
          });
          return;
        }
        const kept = new Set(step.changes.map(({ after }) => after.record.id));
        const isKept = ({ fate, record }: PlannedItem): boolean =>
          fate === 'review' && record !== undefined && kept.has(record.id);
        const toCheck = prepared.items.filter(isKept).length;
        const words: Said = ({ importing }, language) =>
          [
            importing.done(step.changes.length, fileName),
            ...(toCheck === 0 ? [] : [importing.toCheck(toCheck)]),
            ...(left === 0 ? [] : [importing.left(left)]),
          ].join(language === 'en' ? ' ' : '');
        onImported({ words, step, toCheck });
      });
  };
  return { state, run };
}

/** What importing does, entry by entry, to be narrowed and left out. */
function Plan(props: PlanProps): ReactNode {
  const { prepared, isStale, shown, onClose } = props;
  const { importing } = useStrings();
  const items = useChosenItems(prepared.items);
  const { state, run } = useRun(props, items.chosen);
  const wordsOf = useCallback(
    ({ span, textId, words, fate }: PlannedItem) =>
      span !== undefined && textId === shown.text.id && fate !== 'review' ? shown.displayOf(span) : words,
    [shown],
  );
  const titleOf = useCallback(
    ({ textId, strangeTitle }: PlannedItem) =>
      strangeTitle ??
      (textId === undefined || textId === shown.text.id ? undefined : (prepared.titleOf(textId) ?? textId)),
    [prepared, shown],
  );
  const { size } = items.chosen;
  const isFailed = state !== 'asking' && state !== 'running';
  const effect = (): string => {
    if (isFailed) return importing.notKept[state];
    if (state === 'running') return importing.running;
    if (isStale) return importing.reading;
    if (size > 0) return importing.effect(size, prepared.items.length);
    return prepared.items.some(({ record }) => record !== undefined) ? importing.noneChosen : importing.nothing;
  };
  return (
    <>
      {prepared.items.length === 0 ? (
        <p className={styles['busy']}>{importing.empty}</p>
      ) : (
        <>
          <Filter items={items} all={prepared.items} />
          <ImportList {...{ items, wordsOf, titleOf }} />
        </>
      )}
      <div className={styles['foot']}>
        <p role={isFailed ? 'alert' : 'status'} className={styles['effect']}>
          {prepared.items.length > 0 && effect()}
        </p>
        <Button onPress={onClose}>{importing.cancel}</Button>
        <Button main disabled={size === 0 || isStale || state === 'running'} onPress={run}>
          {importing.run}
        </Button>
      </div>
    </>
  );
}

interface TextChoiceProps extends Pick<PlanProps, 'prepared'> {
  readonly intoId: string;
  readonly onInto: (textId: string) => void;
}

/** The text for notes whose file does not say one. */
function TextChoice({ prepared, intoId, onInto }: TextChoiceProps): ReactNode {
  const { importing } = useStrings();
  return (
    <label className={styles['choice']}>
      {importing.into}
      <select
        className={styles['select']}
        value={intoId}
        onChange={({ target }) => {
          onInto(target.value);
        }}
      >
        {prepared.texts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Shows entries of one fate alone; each says how many there are. */
function Filter({
  items,
  all,
}: Pick<Parameters<typeof ImportList>[0], 'items'> & { all: readonly PlannedItem[] }): ReactNode {
  const { importing } = useStrings();
  const counts = countFates(all);
  const present = FATES.filter((fate) => counts[fate] > 0);
  return (
    <Segments
      label={importing.show}
      value={items.filter}
      choices={[
        { value: 'all' as const, name: `${importing.all} ${String(all.length)}` },
        ...present.map((fate) => ({ value: fate, name: `${importing.fates[fate]} ${String(counts[fate])}` })),
      ]}
      onChoose={items.show}
    />
  );
}
