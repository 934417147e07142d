import type { ComponentProps, ReactNode } from 'react';
import { MarkDescriber } from './mark-describer';
import { Popups } from './popups';
import { WordLayer } from './word-layer';

type OverWordsProps = Omit<ComponentProps<typeof Popups>, 'isBusy' | 'hidesHandles'> & ComponentProps<typeof WordLayer>;

/** All that stands over the words of a column: toolbar, card, menu, correction. */
export function OverWords(props: OverWordsProps): ReactNode {
  const { study, correcting, menu } = props;
  const isCorrected = correcting.target !== undefined && correcting.target.span.start === study.selected?.start;
  return (
    <>
      <Popups
        {...props}
        isBusy={menu.target !== undefined || isCorrected}
        hidesHandles={menu.target !== undefined || correcting.target !== undefined}
      />
      <WordLayer {...props} />
      <MarkDescriber page={props.page} shown={props.shown.shown} annotations={props.annotations} />
    </>
  );
}
