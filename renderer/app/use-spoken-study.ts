import { useMemo } from 'react';
import type { AnnotationEdit } from '#core/annotation/annotation';
import type { Step } from '#core/history/step';
import type { ShownText } from '#core/text/shown-text';
import { useServices } from '../services';
import { useColourWords } from '../strings/use-colour-words';
import { useStrings } from '../strings/use-strings';
import { isHeardAlready } from './use-settings-voice';
import type { Study } from './use-study';
import type { Speak } from './voice';

/** What changes how a mark looks; what else is done to marks is said where it is done. */
const LOOKS: ReadonlySet<AnnotationEdit['kind']> = new Set(['recolour', 'restyle']);

/** The study, saying what is marked and how marks come to look: who does not see the page hears it. */
export function useSpokenStudy(study: Study, shown: ShownText | undefined, speak: Speak): Study {
  const { annotations: store } = useServices();
  const { voice } = useStrings();
  const words = useColourWords();
  return useMemo(() => {
    const tell = ({ changes }: Step): void => {
      const [first] = changes;
      const mark = first?.after.table === 'annotations' ? store.find(first.after.record.id) : undefined;
      if (mark === undefined || isHeardAlready()) return;
      const looks = words.looks(mark);
      if (changes.length > 1) speak(voice.changedAll(looks, changes.length));
      else speak(voice.changed(looks, shown?.displayOf(mark.target) ?? mark.quote.exact));
    };
    return {
      ...study,
      mark: (span, colour) => {
        const id = study.mark(span, colour);
        const mark = store.find(id);
        const isNew = !study.placed.some((placed) => placed.id === id);
        if (mark !== undefined && isNew) speak(voice.marked(words.looks(mark), shown?.displayOf(span) ?? ''));
        return id;
      },
      edit: async (ids, edit) => {
        const step = await study.edit(ids, edit);
        if (step !== undefined && LOOKS.has(edit.kind)) tell(step);
        return step;
      },
    };
  }, [study, shown, speak, store, voice, words]);
}
