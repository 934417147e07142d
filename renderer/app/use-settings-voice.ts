import { useEffect, useRef } from 'react';
import type { ScriptMode } from '#core/script/mode';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Speak } from './voice';

/** Controls that say by themselves what they were set to. */
const SPEAKING = 'input[type=radio], input[type=checkbox], [role=switch], select, button[aria-pressed]';

/** True where the focus is on a control that has just said what it was set to. */
export const isHeardAlready = (): boolean => document.activeElement?.matches(SPEAKING) === true;

/** Says `words` whenever they become others, unless a control has said so; not the first ones. */
function useSaid(words: string | undefined, speak: Speak): void {
  const before = useRef(words);
  useEffect(() => {
    if (words === undefined || words === before.current) return;
    const isFirst = before.current === undefined;
    before.current = words;
    if (!isFirst && !isHeardAlready()) speak(words);
  }, [words, speak]);
}

/** Says that a text is open, and what changes about the page by a key or by the menu. */
export function useSettingsVoice(title: string, mode: ScriptMode | undefined, speak: Speak): void {
  const { reader, voice } = useStrings();
  const [{ contentsPane, notesPane, parallel }] = useSettings();
  useSaid(mode && voice.script(reader.modes[mode]), speak);
  useSaid(voice[contentsPane ? 'shown' : 'hidden'].contentsPane, speak);
  useSaid(voice[notesPane ? 'shown' : 'hidden'].notesPane, speak);
  useSaid(voice[parallel ? 'shown' : 'hidden'].parallel, speak);
  const isOpen = mode !== undefined;
  const opened = voice.opened(title);
  const newest = useRef(opened);
  useEffect(() => {
    newest.current = opened;
  });
  useEffect(() => {
    if (isOpen) speak(newest.current);
  }, [isOpen, speak]);
}
