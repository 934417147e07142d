import type { Colour } from '#core/annotation/annotation';
import { useColourWords } from '../../strings/use-colour-words';

/** What a colour is called where notes are listed and filtered: its name, and what it means to the person. */
export const useColourName = (): ((colour: Colour) => string) => useColourWords().full;
