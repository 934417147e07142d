import type { ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { isNamed } from '#core/annotation/palette';
import { useColourWords } from '../../strings/use-colour-words';
import { ColourSign } from './colour-sign';
import { StyleSign } from './style-sign';

/** Colour and style of a mark in a line of its entry: a shape, what the colour means, and the style if it is no wash. */
export function MarkLooks({ annotation }: { readonly annotation: Annotation }): ReactNode {
  const { colour, style } = annotation;
  const words = useColourWords();
  const meaning = isNamed(colour) ? words.label(colour) : words.name(colour);
  return (
    <>
      <ColourSign colour={colour} />
      {style !== 'highlight' && <StyleSign style={style} colour={colour} />}
      <span className="visually-hidden">{words.looks(annotation)}</span>
      {meaning !== '' && <span aria-hidden="true">{meaning}</span>}
    </>
  );
}
