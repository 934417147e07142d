import { createContext, use, type ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import { Icon } from '../../ui/icon';
import styles from './marks.module.css';

/** Tells the items of a list which of them are selected, without drawing those anew that are not. */
export const PickedContext = createContext<(id: string) => boolean>(() => false);

/** Says and shows that a note is selected; nothing where it is not. */
export function PickedSign({ id }: { readonly id: string }): ReactNode {
  const { marks } = useStrings();
  if (!use(PickedContext)(id)) return null;
  return (
    <span data-picked className={styles['pickedSign']}>
      <Icon name="check" />
      <span className="visually-hidden">{marks.picked.selected}</span>
    </span>
  );
}
