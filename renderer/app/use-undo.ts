import { useMemo } from 'react';
import { tagsOfStep } from '#core/annotation/tags';
import type { Draft, Step, StepKind } from '#core/history/step';
import type { ShownText } from '#core/text/shown-text';
import { useServices } from '../services';
import type { TurnOutcome } from '../storage/ledger';
import type { Said } from '../strings/use-strings';
import type { Strings } from '../strings/en';
import type { Notice } from './notice';

/** What was done in this session, undone and done again; each is said in words. */
export interface Undo {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Says that a step was done, and offers to undo it. */
  readonly offer: (words: Said, step: Step, name?: Said) => void;
}

/** Characters of a quote that are said of a step. */
const LONGEST_QUOTE = 20;

/** Steps that are about a tag wherever it stands, not about the marks that bear it. */
const OF_TAGS: ReadonlySet<StepKind> = new Set(['rename-tag', 'merge-tags', 'delete-tag']);

/** The words that a record is called by: a mark by its quote as displayed now, where it is on the text shown. */
function wordsOf({ table, record }: Draft, shown: ShownText | undefined): string {
  switch (table) {
    case 'annotations': {
      const isHere = record.textHash === shown?.text.sourceHash;
      const quote = isHere ? shown.displayOf(record.target) : record.quote.exact;
      const characters = Array.from(quote.replaceAll('\n', ' '));
      return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : quote;
    }
    case 'bookmarks':
      return record.name === '' ? record.quote.exact : record.name;
    case 'corrections':
      return `${record.source} → ${record.right}`;
  }
}

/** Undo over the ledger's history; `say` shows a notice. */
export function useUndo(shown: ShownText | undefined, say: (notice: Notice) => void): Undo {
  const { ledger } = useServices();
  return useMemo(() => {
    const nameOf = (step: Step): ((strings: Strings) => string) => {
      const { kind, changes } = step;
      const [first] = changes;
      const what = OF_TAGS.has(kind)
        ? tagsOfStep(step)
        : first === undefined
          ? ''
          : wordsOf(first.before ?? first.after, shown);
      return ({ steps }) => steps[kind](what, changes.length);
    };
    const tell = (outcome: TurnOutcome, done: 'undone' | 'redone', nothing: Said): void => {
      if (outcome === undefined) say({ words: nothing });
      else {
        const name = nameOf(outcome.step);
        if (outcome.ok) say({ words: (strings) => strings.app[done](name(strings)) });
        else say({ words: (strings) => strings.app.notUndone(name(strings)), isFailure: true });
      }
    };
    const undo = (id?: string): void => {
      void ledger.undo(id).then((outcome) => {
        tell(outcome, 'undone', ({ app }) => app.nothingToUndo);
      });
    };
    return {
      undo: () => {
        undo();
      },
      redo: () => {
        void ledger.redo().then((outcome) => {
          tell(outcome, 'redone', ({ app }) => app.nothingToRedo);
        });
      },
      offer: (words, { id }, name = ({ app }) => app.undo) => {
        const run = (): void => {
          undo(id);
        };
        say({ words, action: { name, run } });
      },
    };
  }, [ledger, shown, say]);
}
