import { useMemo, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { gather } from '#core/exchange/gather';
import { markdown } from '#core/exchange/markdown';
import type { ReplyOf } from '#core/ipc/contract';
import type { ScriptMode } from '#core/script/mode';
import type { ShownText } from '#core/text/shown-text';
import { usePalette, useServices } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './export.module.css';

interface ExportDialogProps {
  readonly shown: ShownText;
  readonly mode: ScriptMode;
  readonly annotations: readonly Annotation[];
  readonly onClose: () => void;
}

type Quotes = 'displayed' | 'source';

function useExportText({ shown, mode, annotations }: ExportDialogProps, quotes: Quotes, exported: number): string {
  const [palette] = usePalette();
  const language = useLanguage();
  return useMemo(() => {
    const gathering = gather({ shown, mode, annotations, palette });
    let next = gathering.next();
    while (next.done !== true) next = gathering.next();
    const model = { version: '', exported, language, mode, palette, texts: [next.value] };
    const written = markdown.write(model, { ...FIRST_OPTIONS, quotes });
    return written.kind === 'text' ? [...written.parts].join('') : '';
  }, [shown, mode, annotations, palette, quotes, exported, language]);
}

/** Takes the notes out: what is in the preview is what goes into the file. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { shown, mode, annotations, onClose } = props;
  const { bridge, clock } = useServices();
  const all = useStrings();
  const strings = all.export;
  const [quotes, setQuotes] = useState<Quotes>('displayed');
  const [outcome, setOutcome] = useState<ReplyOf<'export.save'> | 'asking'>();
  const [exported] = useState(clock);
  const text = useExportText(props, quotes, exported);
  const save = async (): Promise<void> => {
    setOutcome('asking');
    const suggestedName = strings.fileName(shown.text.title).slice(0, 200);
    const reply = await bridge
      .request('export.save', { suggestedName, format: 'markdown', content: { kind: 'text', text } })
      .catch((): ReplyOf<'export.save'> => ({ kind: 'failed', reason: 'other', fileName: suggestedName }));
    setOutcome(reply);
  };
  return (
    <Modal title={strings.title} onClose={onClose} wide>
      <div className={styles['columns']}>
        <div className={styles['choices']}>
          <label className={styles['choice']}>
            {strings.format}
            <select className={styles['select']}>
              <option value="markdown">{strings.markdown}</option>
            </select>
          </label>
          <label className={styles['choice']}>
            {strings.quotes}
            <select
              className={styles['select']}
              value={quotes}
              onChange={(event) => {
                setQuotes(event.target.value === 'source' ? 'source' : 'displayed');
              }}
            >
              <option value="displayed">{strings.asDisplayed(all.reader.modes[mode])}</option>
              <option value="source">{strings.asSource}</option>
            </select>
          </label>
          <p className={styles['count']}>{strings.count(annotations.length)}</p>
        </div>
        <div role="region" aria-label={strings.preview} tabIndex={0} className={styles['preview']}>
          {annotations.length === 0 ? strings.nothing : text}
        </div>
      </div>
      <div className={styles['foot']}>
        <Outcome outcome={outcome} />
        <Button onPress={onClose}>{strings.cancel}</Button>
        <Button main disabled={annotations.length === 0 || outcome === 'asking'} onPress={() => void save()}>
          {strings.save}
        </Button>
      </div>
    </Modal>
  );
}

/** What came of saving, in a sentence. */
function Outcome({ outcome }: { readonly outcome: ReplyOf<'export.save'> | 'asking' | undefined }): ReactNode {
  const strings = useStrings().export;
  if (outcome === undefined || outcome === 'asking') return <p role="status" className={styles['outcome']} />;
  switch (outcome.kind) {
    case 'saved':
      return (
        <p role="status" className={styles['outcome']}>
          {strings.saved(outcome.fileName)}
        </p>
      );
    case 'cancelled':
      return (
        <p role="status" className={styles['outcome']}>
          {strings.cancelled}
        </p>
      );
    case 'failed':
      return (
        <p role="alert" className={styles['failed']}>
          {strings.failed[outcome.reason](outcome.fileName)}
        </p>
      );
  }
}
