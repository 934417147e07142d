import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon';

interface DisclosureProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  /** True if what is set inside holds now, so that the button shows it. */
  readonly isOn?: boolean;
  readonly children: ReactNode;
}

/**
 * A button that shows a panel below itself, over what is there, and hides it again: by itself, by Escape, by a press
 * elsewhere and when the focus goes on. The panel is as wide as the nearest ancestor that is positioned.
 */
export function Disclosure({ icon, label, isOn = false, children }: DisclosureProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) === true) return;
      setOpen(false);
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('focusin', outside);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // Escape closes what is open, wherever in it the focus is.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      ref={root}
      className={styles['root']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-on={isOn || undefined}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <div id={id} role="group" aria-label={label} className={styles['panel']}>
          {children}
        </div>
      )}
    </div>
  );
}
