import { useMemo } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { Step } from '#core/history/step';
import type { ShownText } from '#core/text/shown-text';
import { useServices } from '../services';
import { useColourWords } from '../strings/use-colour-words';
import { useStrings } from '../strings/use-strings';
import { isHeardAlready } from './use-settings-voice';
import type { Study } from './use-study';
import type { Speak } from './voice';

/** The study, saying what is marked and how marks come to look: who does not see the page hears it. */
export function useSpokenStudy(study: Study, shown: ShownText | undefined, speak: Speak): Study {
  const { annotations: store } = useServices();
  const { marks, voice } = useStrings();
  const words = useColourWords();
  return useMemo(() => {
    const quoteOf = (mark: Annotation): string => shown?.displayOf(mark.target) ?? mark.quote.exact;
    const tell = ({ changes: [first, ...others] }: Step, look: string): void => {
      const mark = first?.after.table === 'annotations' ? store.find(first.after.record.id) : undefined;
      if (mark === undefined || isHeardAlready()) return;
      if (others.length > 0) speak(voice.changedAll(look, others.length + 1));
      else speak(voice.changed(words.looks(mark), quoteOf(mark)));
    };
    return {
      ...study,
      mark: (span, colour) => {
        const id = study.mark(span, colour);
        const mark = store.find(id);
        if (mark === undefined) return id;
        // Words that were marked already take the colour, in their turn.
        const isNew = !study.placed.some((placed) => placed.id === id);
        const looks = words.looks({ ...mark, colour: colour ?? mark.colour });
        if (isNew || colour !== undefined) speak(voice[isNew ? 'marked' : 'changed'](looks, quoteOf(mark)));
        return id;
      },
      edit: async (ids, edit) => {
        const step = await study.edit(ids, edit);
        // What else is done to marks is said where it is done.
        if (step !== undefined && edit.kind === 'recolour') tell(step, words.full(edit.colour));
        if (step !== undefined && edit.kind === 'restyle') tell(step, marks.styles[edit.style]);
        return step;
      },
    };
  }, [study, shown, speak, store, marks, voice, words]);
}
