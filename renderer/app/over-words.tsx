import type { ComponentProps, ReactNode } from 'react';
import { Popups } from './popups';
import { WordLayer } from './word-layer';

type OverWordsProps = Omit<ComponentProps<typeof Popups>, 'isBusy'> & ComponentProps<typeof WordLayer>;

/** All that stands over the words of a column: toolbar, card, menu, correction. */
export function OverWords(props: OverWordsProps): ReactNode {
  const { shown, language, annotations, study, actions, page, quoteOf, corrections, anchors, correcting, menu } = props;
  const { work, isActive } = props;
  return (
    <>
      <Popups
        {...{ shown, language, annotations, study, actions, page, quoteOf, corrections, anchors, work, isActive }}
        isBusy={
          menu.target !== undefined ||
          (correcting.target !== undefined && correcting.target.span.start === study.selected?.start)
        }
      />
      <WordLayer {...{ shown, page, study, actions, corrections, correcting, menu }} />
    </>
  );
}
