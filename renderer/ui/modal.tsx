import { useId, useRef, type ReactNode } from 'react';
import styles from './modal.module.css';
import { closesAtOnce, useModal } from './use-modal';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** True for a surface of its own size, whose parts scroll by themselves. */
  readonly tall?: boolean;
}

/** A dialog over the window: the rest is out of reach until it closes. Escape closes it. */
export function Modal({ title, onClose, children, wide = false, tall = false }: ModalProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useModal(dialog);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`${styles['modal'] ?? ''} ${wide ? (styles['wide'] ?? '') : ''} ${tall ? (styles['tall'] ?? '') : ''}`}
      onCancel={closesAtOnce(onClose)}
      onClose={onClose}
    >
      <h1 id={heading} className={styles['title']}>
        {title}
      </h1>
      {children}
    </dialog>
  );
}
