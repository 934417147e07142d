import { useCallback, useState, type FocusEvent, type RefObject } from 'react';

/** A field that shows what it holds in another form while nobody types in it. */
export interface Resting {
  readonly isResting: boolean;
  readonly onFocus: () => void;
  /** True if the field has lost the focus for good. */
  readonly onBlur: (event: FocusEvent) => boolean;
}

/** Whether a field rests: it does unless it has the focus, which it keeps while another window has it. */
export function useResting(field: RefObject<HTMLElement | null>, holds: boolean): Resting {
  const [isTyping, setTyping] = useState(false);
  const onFocus = useCallback(() => {
    setTyping(true);
  }, []);
  const onBlur = useCallback(() => {
    const isGone = document.activeElement !== field.current;
    if (isGone) setTyping(false);
    return isGone;
  }, [field]);
  return { isResting: holds && !isTyping, onFocus, onBlur };
}
