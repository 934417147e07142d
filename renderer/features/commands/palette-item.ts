import { matchNames, type NameMatch, type PinyinNames } from '#core/command/match-names';

/** Something that the palette reaches. */
export interface PaletteItem {
  /** Stays the same: by it what was used last is known. */
  readonly id: string;
  /** Its names; the first is the one that is seen. */
  readonly names: readonly string[];
  /** The key that does the same, as it is printed on keys and as ARIA has it. */
  readonly key?: { readonly caps: readonly string[]; readonly aria: string } | undefined;
  /** Why it cannot be done now; absent where it can. */
  readonly reason?: string | undefined;
  /** For what switches: whether it is on, or is the one that holds. */
  readonly isOn?: boolean | undefined;
  /** BCP 47 tag of its name, where that is none of the interface. */
  readonly language?: string;
  readonly run: () => void;
}

/** An item as it was found. */
export interface FoundItem {
  readonly item: PaletteItem;
  readonly match: NameMatch;
}

/** Most items that are listed: more are not looked through by anybody. */
const MOST = 100;

/**
 * The items that hold what was typed: those that can be done now, then the best, then those used last, then as they
 * come.
 */
export function findItems(
  items: readonly PaletteItem[],
  typed: string,
  recent: readonly string[],
  pinyin: PinyinNames | undefined,
): FoundItem[] {
  const isEmpty = typed.trim() === '';
  const used = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  const found = items.flatMap((item) => {
    const match = matchNames(typed, item.names, pinyin);
    return match === undefined ? [] : [{ item, match }];
  });
  const idle = ({ item }: FoundItem): number => (isEmpty && item.reason !== undefined ? 1 : 0);
  return found
    .sort(
      (one, other) =>
        idle(one) - idle(other) || one.match.score - other.match.score || used(one.item.id) - used(other.item.id),
    )
    .slice(0, MOST);
}

/** A stretch of a name, and whether it is what was looked for. */
export interface NamePart {
  readonly words: string;
  readonly isFound: boolean;
}

/** A name in stretches that were looked for and such that were not. */
export function partsOfName(name: string, at: readonly number[]): NamePart[] {
  const wanted = new Set(at);
  const parts: { words: string; isFound: boolean }[] = [];
  for (let index = 0; index < name.length; index++) {
    const isFound = wanted.has(index);
    const last = parts.at(-1);
    if (last?.isFound === isFound) last.words += name[index] ?? '';
    else parts.push({ words: name[index] ?? '', isFound });
  }
  return parts;
}
