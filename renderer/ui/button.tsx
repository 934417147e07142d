import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** The one action that a surface is for. */
  readonly main?: boolean;
  readonly disabled?: boolean;
  /** True for the button that Enter in a field of its form presses; the form then hears of it. */
  readonly submit?: boolean;
  /** True for the one that has the focus when its dialog opens, where that is not the first that Tab comes to. */
  readonly isFirst?: boolean;
}

/** A button with words on it. */
export function Button(props: ButtonProps): ReactNode {
  const { children, onPress, main = false, disabled = false, submit = false, isFirst = false } = props;
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`${styles['button'] ?? ''} ${main ? (styles['main'] ?? '') : ''}`}
      disabled={disabled}
      data-first={isFirst || undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
