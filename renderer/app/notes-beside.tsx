import type { ReactNode, RefObject } from 'react';
import { languageTag } from '#core/script/conversion-table';
import type { Text } from '#core/text/text';
import { NotesPane, useNoteActs, useReferences, type NotesListed } from '../features/annotations';
import type { Shown } from '../features/reader';
import type { EditFailure } from '../storage/annotation-store';
import type { Actions } from './actions';
import { useNewest } from './use-newest';
import { useQuotes } from './use-quotes';
import type { Study } from './use-study';
import type { Undo } from './use-undo';

interface NotesBesideProps {
  readonly text: Text;
  /** What is displayed, a frame late in a long text; undefined while it loads. */
  readonly shown: Shown | undefined;
  readonly study: Study;
  readonly actions: Actions;
  readonly undo: Undo;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly titleOf: (textId: string) => string;
  readonly onFailure: (reason: EditFailure) => void;
  /** Hears what the list shows, and what of it is selected. */
  readonly onListed: (listed: NotesListed | undefined) => void;
  readonly onExport: () => void;
  /** What stands above the list. */
  readonly children?: ReactNode;
}

/** The notes beside the text. */
export function NotesBeside(props: NotesBesideProps): ReactNode {
  const { text, shown, study, actions, undo, filter, titleOf } = props;
  const quoteOf = useQuotes(shown);
  const references = useReferences(quoteOf, useNewest(actions.jump));
  const acts = useNoteActs(undo.offer, props.onFailure);
  const onEdit = useNewest(actions.editAll);
  const onExport = useNewest(props.onExport);
  return (
    <NotesPane
      {...{ text, acts, filter, titleOf, quoteOf, references, onEdit, onExport }}
      onListed={props.onListed}
      shown={shown?.shown}
      annotations={study.annotations}
      current={study.current}
      language={languageTag(text.script, shown?.mode ?? 'original')}
    >
      {props.children}
    </NotesPane>
  );
}
