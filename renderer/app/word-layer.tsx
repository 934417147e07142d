import { useEffect, type ReactNode } from 'react';
import type { Correctable } from '#core/correction/places';
import { languageTag } from '#core/script/conversion-table';
import { CorrectionCard, type Corrections } from '../features/corrections';
import { WordMenu, type ReaderPage, type Shown } from '../features/reader';
import { makeRoom } from '../page/scroll-anchor';
import { useStrings } from '../strings/use-strings';
import type { Actions } from './actions';
import type { Correcting } from './use-correcting';
import type { Study } from './use-study';
import type { useWordMenu, WordMenuTarget } from './use-word-menu';

/** CSS pixels that the card which corrects a conversion takes at most, with words of usual length in it. */
const CARD = { width: 344, height: 320 };

interface WordLayerProps {
  readonly shown: Shown;
  readonly page: ReaderPage;
  readonly study: Study;
  readonly actions: Actions;
  readonly corrections: Corrections;
  readonly correcting: Correcting;
  readonly menu: ReturnType<typeof useWordMenu>;
}

/** What belongs to some words without being a mark: their menu, and the card that corrects their conversion. */
export function WordLayer(props: WordLayerProps): ReactNode {
  const { shown, page, corrections, correcting, menu } = props;
  const { target } = correcting;
  return (
    <>
      {menu.target && <MenuOfWords {...props} target={menu.target} />}
      {target && (
        <CorrectionCard
          key={keyOf(target)}
          shown={shown}
          target={target}
          corrections={corrections}
          languages={{
            source: languageTag(shown.shown.text.script, 'original'),
            shown: languageTag(shown.shown.text.script, shown.mode),
          }}
          words={() => {
            makeRoom(page.view, page.scroller, target.span, CARD);
            return page.view.rectsOf(target.span);
          }}
          onClose={correcting.close}
        />
      )}
    </>
  );
}

const keyOf = ({ span }: Correctable): string => `${span.start}-${span.end}`;

/** The menu of some words: it closes first, and then does what was chosen, which may take the focus. */
function MenuOfWords(props: WordLayerProps & { readonly target: WordMenuTarget }): ReactNode {
  const { study, actions, corrections, correcting, menu, target } = props;
  const { marks } = useStrings();
  const { kind, mark } = target;
  const { setCurrent } = study;
  const markId = mark?.id;
  useEffect(() => {
    if (markId === undefined) return;
    getSelection()?.removeAllRanges();
    setCurrent(markId);
  }, [markId, setCurrent]);
  const unselect = (): void => {
    // A word was selected only to show what the menu is about.
    if (kind === 'word') getSelection()?.removeAllRanges();
  };
  const chosen = (act: () => void) => () => {
    menu.close();
    act();
  };
  return (
    <WordMenu
      at={target.at}
      onColour={(colour) => {
        menu.close();
        if (mark === undefined) actions.colour(colour);
        else void study.edit(mark.id, { kind: 'recolour', colour });
      }}
      colour={mark?.colour}
      style={mark?.style}
      onStyle={
        mark &&
        ((style) => {
          menu.close();
          void study.edit(mark.id, { kind: 'restyle', style });
        })
      }
      resizeName={mark === undefined ? marks.setToSelection : marks.resize}
      onResize={mark !== undefined || (kind === 'selection' && study.current) ? chosen(actions.resize) : undefined}
      onDelete={
        mark &&
        chosen(() => {
          actions.remove(mark.id);
        })
      }
      onNote={chosen(() => {
        if (mark === undefined) actions.note();
        else study.open({ id: mark.id, takesFocus: true, here: [mark.id] });
      })}
      isMark={mark !== undefined}
      onCopy={(copyKind) => {
        menu.close();
        actions.copySpan(target.span, copyKind, mark);
        unselect();
      }}
      onCorrect={
        corrections.canCorrect(target.word)
          ? chosen(() => {
              correcting.open(target.word, kind === 'selection');
            })
          : undefined
      }
      onClose={chosen(unselect)}
    />
  );
}
