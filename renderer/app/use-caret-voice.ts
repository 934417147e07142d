import { useEffect } from 'react';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { stepUnit, stepWord } from '#core/text/caret-steps';
import type { Layout } from '#core/text/layout';
import { overlaysOf } from '#core/text/overlays';
import type { ShownText } from '#core/text/shown-text';
import { firstCharacters } from '#core/support/first-characters';
import { caretStepOf, type ReaderPage } from '../features/reader';
import { useStrings } from '../strings/use-strings';
import type { VoiceStrings } from '../strings/en-voice';
import { useNewest } from './use-newest';
import type { Speak } from './voice';

/** Milliseconds without a key after which the caret's place is said: who holds a key down hears where it ends. */
const REST_MS = 120;

/** Characters that are said of a line, and of what is selected. */
const LONGEST_LINE = 30;
const LONGEST_SELECTION = 60;

/** What is said of where a key has brought the caret: only where it went by characters or words is that all. */
function saidStep(event: KeyboardEvent, layout: Layout): 'unit' | 'word' | 'line' | undefined {
  if (event.shiftKey && (event.key === 'PageDown' || event.key === 'PageUp')) return 'line';
  const [step] = caretStepOf(event, layout) ?? [];
  return step === undefined || step === 'unit' || step === 'word' ? step : 'line';
}

/** What stands behind the caret: a character with its reading, a word, or the words that a line goes on with. */
function wordsBehind(shown: ShownText, from: number, step: 'unit' | 'word' | 'line', voice: VoiceStrings): string {
  const { block, offset } = shown.pointOf(from);
  const { display } = shown.block(block);
  if (offset >= display.length) return voice.endOfParagraph;
  if (step === 'line') return firstCharacters(display.slice(offset), LONGEST_LINE);
  const to = step === 'word' ? stepWord(shown, from, 'forward') : stepUnit(shown, from, 'forward');
  const words = shown.displayOf(codePointSpan(from, to));
  const ruby = step === 'unit' ? overlaysOf(shown, block).rubies.find(({ span }) => span.start === offset) : undefined;
  return ruby === undefined ? words : voice.read(words, ruby.reading);
}

/** Says where the caret came to, or what is selected now: Chromium knows nothing of a caret in text that is not edited. */
export function useCaretVoice(page: ReaderPage | undefined, shown: ShownText | undefined, speak: Speak): void {
  const { voice } = useStrings();
  const say = useNewest((step: 'unit' | 'word' | 'line', selected: CodePointSpan | undefined) => {
    const from = page?.caret.offset;
    if (shown === undefined || from === undefined) return;
    if (selected === undefined) speak(wordsBehind(shown, from, step, voice));
    else speak(voice.selected(firstCharacters(shown.displayOf(selected), LONGEST_SELECTION)));
  });
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const key = (event: KeyboardEvent): void => {
      const step = saidStep(event, page.view.flow.layout);
      if (step === undefined || event.metaKey || event.target !== root) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        say(step, event.shiftKey ? page.snapSelection() : undefined);
      }, REST_MS);
    };
    root.addEventListener('keydown', key);
    return () => {
      clearTimeout(timer);
      root.removeEventListener('keydown', key);
    };
  }, [page, say]);
}
