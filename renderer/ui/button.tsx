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
}

/** A button with words on it. */
export function Button({ children, onPress, main = false, disabled = false, submit = false }: ButtonProps): ReactNode {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`${styles['button'] ?? ''} ${main ? (styles['main'] ?? '') : ''}`}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
