import { useEffect, useRef, type ReactNode } from 'react';
import type { Fate } from '#core/import/fate';
import { firstCharacters } from '#core/support/first-characters';
import type { ListedItem } from '../../storage/kept-plan';
import { useStrings } from '../../strings/use-strings';
import styles from './import.module.css';
import { canBeChosen } from './use-chosen-items';

/** Code points of a quote and of a note that are shown. */
const LONGEST_QUOTE = 120;
const LONGEST_NOTE = 200;

/** A group of entries of one fate, which the first of them begins. */
export interface ItemGroup {
  readonly fate: Fate;
  readonly items: readonly ListedItem[];
}

interface ImportItemProps {
  readonly item: ListedItem;
  /** Its words as displayed. */
  readonly words: string;
  /** The title of its text, where that is another than the one that is read. */
  readonly title: string | undefined;
  readonly isChosen: boolean;
  /** The group that it begins, and how many of that are ticked. */
  readonly group: (ItemGroup & { readonly chosen: number }) | undefined;
  readonly onTick: (items: readonly ListedItem[], isTicked: boolean) => void;
  readonly index: number;
  readonly setsize: number;
  /** True for the one entry that Tab comes to. */
  readonly isTabStop: boolean;
  /** Where it is placed in a long list, in pixels, and what measures it there. */
  readonly top?: number;
  readonly measure?: (element: HTMLElement | null) => void;
}

const shortened = (words: string, most: number): string => {
  const short = firstCharacters(words, most);
  return short === words ? words : `${short}…`;
};

/** One entry of a file: what it is, and what becomes of it and why. */
export function ImportItem(props: ImportItemProps): ReactNode {
  const { item, words, title, isChosen, group, onTick, index, setsize, isTabStop, top, measure } = props;
  const { importing } = useStrings();
  const quote = words.trim() === '' ? importing.noWords : shortened(words.replaceAll('\n', ' '), LONGEST_QUOTE);
  return (
    <li
      ref={measure}
      data-index={index}
      data-fate={item.fate}
      aria-setsize={setsize}
      aria-posinset={index + 1}
      className={styles['item']}
      style={top === undefined ? undefined : { transform: `translateY(${String(top)}px)` }}
    >
      {group !== undefined && <GroupHead group={group} onTick={onTick} />}
      <div className={styles['row']}>
        <label className={styles['tickArea']}>
          <input
            type="checkbox"
            data-tick
            className={styles['tick']}
            checked={isChosen}
            // Not disabled: the keys walk over it all the same.
            aria-disabled={!canBeChosen(item)}
            tabIndex={isTabStop ? 0 : -1}
            aria-label={importing.item(item.number, quote)}
            onChange={({ target }) => {
              onTick([item], target.checked);
            }}
          />
        </label>
        <div className={styles['words']}>
          <p className={styles['quote']} lang="zh">
            {quote}
          </p>
          {item.note.trim() !== '' && <p className={styles['note']}>{shortened(item.note.trim(), LONGEST_NOTE)}</p>}
          {item.yours !== undefined && (
            <p className={styles['note']}>{importing.yours(shortened(item.yours.trim(), LONGEST_NOTE))}</p>
          )}
          {item.tags.length > 0 && <p className={styles['tags']}>{item.tags.map((tag) => `#${tag}`).join(' ')}</p>}
          <p className={styles['why']}>
            <Why item={item} />
            {title !== undefined && ` ${importing.onText(title)}`}
          </p>
        </div>
        <span className={styles['number']}>{importing.entry(item.number)}</span>
      </div>
    </li>
  );
}

/** Why an entry has its fate. */
function Why({ item }: { readonly item: ListedItem }): ReactNode {
  const { whys } = useStrings().importing;
  switch (item.fate) {
    case 'add':
      return whys.add[item.why];
    case 'merge':
      return whys.merge[item.why];
    case 'restore':
      return whys.restore[item.why];
    case 'review':
      return whys.review[item.why];
    case 'same':
      return whys.same[item.why];
    case 'refused':
      return whys.refused[item.why];
  }
}

interface GroupHeadProps {
  readonly group: ItemGroup & { readonly chosen: number };
  readonly onTick: ImportItemProps['onTick'];
}

/** The heading of a group, with a box that ticks all of it. */
function GroupHead({ group: { fate, items, chosen }, onTick }: GroupHeadProps): ReactNode {
  const { importing } = useStrings();
  const box = useRef<HTMLInputElement>(null);
  const can = items.filter(canBeChosen).length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = chosen > 0 && chosen < can;
  }, [chosen, can]);
  return (
    <div className={styles['groupHead']}>
      {can > 0 ? (
        <label>
          <input
            ref={box}
            type="checkbox"
            className={styles['tick']}
            checked={chosen === can}
            aria-label={importing.group(importing.fates[fate], items.length)}
            onChange={({ target }) => {
              onTick(items, target.checked);
            }}
          />
          {importing.fates[fate]}
        </label>
      ) : (
        <span>{importing.fates[fate]}</span>
      )}
      <span className={styles['count']}>{items.length}</span>
    </div>
  );
}
