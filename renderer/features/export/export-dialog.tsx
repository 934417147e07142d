import { useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_OPTIONS, type ExportOptions, type Format } from '#core/exchange/format';
import { formatOf, FORMATS } from '#core/exchange/formats';
import { markdown } from '#core/exchange/markdown/markdown';
import { checkTemplate } from '#core/exchange/markdown/markdown-template';
import type { TemplateFault } from '#core/exchange/markdown/template-words';
import { languageTag } from '#core/script/conversion-table';
import { firstCharacters } from '#core/support/first-characters';
import type { Layout } from '#core/text/layout';
import { useExportChoices, useServices, useSettings } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Modal } from '../../ui/modal';
import { changeField, type NotesListed } from '../annotations';
import type { Shown } from '../reader';
import { firstChoice, notesByChoice, type NoteChoice } from './chosen-notes';
import { ExportFoot } from './export-foot';
import { ExportMain } from './export-main';
import styles from './export.module.css';
import { FormatChoice } from './format-choice';
import { NoteChoices } from './note-choices';
import { OptionFields } from './option-fields';
import { TemplateEditor } from './template-editor';
import { TemplateNames } from './template-names';
import { useMaking } from './use-making';
import { useOrder } from './use-order';
import { useSaving } from './use-saving';

interface ExportDialogProps {
  readonly shown: Shown;
  /** The live notes on the text that is read. */
  readonly annotations: readonly Annotation[];
  /** What the list of notes shows now. */
  readonly listedNow: () => NotesListed | undefined;
  readonly titleOf: (textId: string) => string;
  /** Which notes the person asked for. */
  readonly asked: NoteChoice;
  readonly onClose: () => void;
}

/** The notes that can be chosen, with how many there are, and the choice. */
function useChoice({ annotations: ofText, listedNow, asked }: ExportDialogProps) {
  const { annotations } = useServices();
  const all = useSyncExternalStore(annotations.subscribe, annotations.allMarks);
  // Nothing of the list changes while the dialog is over it.
  const [listed] = useState(listedNow);
  const notes = useMemo(() => notesByChoice({ ofText, all, listed }), [ofText, all, listed]);
  const counts = {
    text: notes.text.length,
    filtered: notes.filtered.length,
    selected: notes.selected.length,
    all: notes.all.length,
  };
  const [choice, choose] = useState(() => firstChoice(counts, asked));
  return { notes, counts, choice, choose, isFiltered: listed?.isFiltered === true };
}

/** The format, and what is chosen for it; both are those used last, but for lines, which run as they do on the page. */
function useFormat(): {
  readonly format: Format;
  readonly options: ExportOptions;
  readonly chooseFormat: (id: string) => void;
  readonly change: (changes: Partial<ExportOptions>) => void;
} {
  const [choices, choose] = useExportChoices();
  const [{ layout }] = useSettings();
  const [lines, setLines] = useState<Layout>(layout);
  const format = formatOf(choices.format) ?? markdown;
  const kept = choices.options[format.id];
  const options = useMemo(() => ({ ...FIRST_OPTIONS, ...kept, lines }), [kept, lines]);
  return {
    format,
    options,
    chooseFormat: (id) => {
      choose(id, {});
    },
    change: ({ lines: chosen, ...changes }) => {
      if (chosen !== undefined) setLines(chosen);
      else choose(format.id, changes);
    },
  };
}

/** Whether the person's own template is used, and what is wrong with it. */
function useTemplate(format: Format, { layout, template }: ExportOptions) {
  const isUsed = format.options.includes('template') && layout === 'template';
  const fault = useMemo((): TemplateFault | undefined => {
    const checked = isUsed ? checkTemplate(template) : undefined;
    return checked?.ok === false ? checked.reason : undefined;
  }, [isUsed, template]);
  return { isUsed, fault };
}

/** Puts words where the cursor of a field is, as if they had been typed. */
function insert(field: HTMLTextAreaElement | null, words: string): void {
  if (field === null) return;
  field.focus();
  const { selectionStart: from, selectionEnd: to } = field;
  changeField(field, { from, to, words, selected: [from + words.length, from + words.length] });
}

/** What the file is called if the person does not say otherwise. Where others end the same way, the format tells. */
function useFileName(format: Format, title: string | undefined): string {
  const strings = useStrings().export;
  const language = useLanguage();
  const name = title === undefined ? strings.ofAllTexts : strings.fileName(title);
  const isAlone = FORMATS.filter(({ extension }) => extension === format.extension).length === 1;
  return firstCharacters(isAlone ? name : strings.inFormat(name, format.words[language].name), 100);
}

/** Takes the notes out: what is in the preview is what goes into the file. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { shown, titleOf, onClose } = props;
  const strings = useStrings().export;
  const { notes, counts, choice, choose, isFiltered } = useChoice(props);
  const { format, options, chooseFormat, change } = useFormat();
  const chosen = notes[choice];
  const { isUsed: usesTemplate, fault } = useTemplate(format, options);
  const field = useRef<HTMLTextAreaElement>(null);
  const isFaulty = fault !== undefined;
  const order = useOrder({ shown, format, options, choice, chosen, isFaulty, titleOf });
  const making = useMaking(order);
  const { text } = shown.shown;
  const isOfOne = order?.notes.length === 1;
  const [only] = order?.notes ?? [];
  const title = !isOfOne ? undefined : only?.textId === text.id ? text.title : titleOf(only?.textId ?? '');
  const saver = useSaving(making, format, useFileName(format, title), order);
  const [copied, setCopied] = useState<{ readonly of: unknown; readonly how: 'copied' | 'failed' }>();
  return (
    <Modal title={strings.title} onClose={onClose} tall>
      <div className={styles['body']}>
        <div className={styles['aside']}>
          <FormatChoice format={format} onChoose={chooseFormat} />
          <NoteChoices choice={choice} counts={counts} isFiltered={isFiltered} onChoose={choose} />
          <OptionFields format={format} options={options} mode={shown.mode} title={text.title} onChange={change} />
          {usesTemplate && (
            <TemplateNames
              onInsert={(words) => {
                insert(field.current, words);
              }}
            />
          )}
        </div>
        <ExportMain
          making={making}
          isEmpty={chosen.length === 0}
          instead={chosen.length === 0 ? strings.nothing : isFaulty ? strings.mendTemplate : undefined}
          language={languageTag(text.script, options.quotes === 'source' ? 'original' : shown.mode)}
          lines={format.options.includes('lines') ? options.lines : 'horizontal'}
          onCopied={(how) => {
            setCopied({ of: order, how });
          }}
        >
          {usesTemplate && (
            <TemplateEditor
              template={options.template}
              fault={fault}
              field={field}
              onChange={(template) => {
                change({ template });
              }}
            />
          )}
        </ExportMain>
      </div>
      <ExportFoot
        making={making}
        saver={saver}
        canSave={making.phase.kind === 'making' || making.phase.kind === 'made'}
        copied={copied?.of === order ? copied?.how : undefined}
        onClose={onClose}
      />
    </Modal>
  );
}
