import { useCallback, useState, type ReactNode } from 'react';
import { MixedWords } from '../strings/mixed-words';

/** Says words to who listens, politely: after what is being said. Nothing of it is seen. */
export type Speak = (words: string) => void;

/** What was said last, and how often something was said before. */
interface Spoken {
  readonly words: string;
  readonly turn: number;
}

/** What is to be said of what changes without a visible notice, and the way to say more. */
export function useVoice(): [Spoken, Speak] {
  const [spoken, setSpoken] = useState<Spoken>({ words: '', turn: 0 });
  const speak = useCallback((words: string) => {
    setSpoken(({ turn }) => ({ words, turn: turn + 1 }));
  }, []);
  return [spoken, speak];
}

/** Where it is said. The region is always there, so that screen readers notice what comes into it. */
export function VoiceBar({ spoken: { words, turn } }: { readonly spoken: Spoken }): ReactNode {
  return (
    <p role="status" className="visually-hidden">
      {/* An element of its own each time, else the same words said twice would be heard once. */}
      <span key={turn}>
        <MixedWords words={words} />
      </span>
    </p>
  );
}
