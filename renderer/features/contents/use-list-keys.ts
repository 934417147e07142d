import { useEffect, type RefObject } from 'react';

/** Makes an entry the one that Tab comes to, and the button of its menu the next. */
function stopAt(entries: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const entry of entries) {
    entry.tabIndex = entry === stop ? 0 : -1;
    const more = entry.parentElement?.querySelector<HTMLElement>('[data-more]');
    if (more) more.tabIndex = entry.tabIndex;
  }
}

/** Sets the focus on an entry, and leaves it the one that Tab comes to. */
function focusOn(entries: readonly HTMLElement[], entry: HTMLElement | undefined): void {
  if (entry === undefined) return;
  stopAt(entries, entry);
  entry.focus();
}

/** The nearest entry before this one that lies less deep. */
const outer = (entries: readonly HTMLElement[], at: number): HTMLElement | undefined =>
  entries.slice(0, at).findLast((entry) => levelOf(entry) < levelOf(entries[at]));

const levelOf = (entry: HTMLElement | undefined): number => Number(entry?.dataset['level'] ?? 1);

const foldOf = (entry: HTMLElement): HTMLElement | null | undefined =>
  entry.parentElement?.querySelector<HTMLElement>('[data-fold]');

/** What an arrow key to the side does: the fold that it presses, or the entry that it goes to. */
function aside(key: string, entries: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const entry = entries[at];
  const fold = entry && foldOf(entry);
  const isOpen = fold?.getAttribute('aria-expanded') === 'true';
  if (key === 'ArrowRight') {
    if (fold && isOpen) return entries[at + 1];
    fold?.click();
    return undefined;
  }
  if (!fold || !isOpen) return outer(entries, at);
  fold.click();
  return undefined;
}

/**
 * Arrow keys walk a list whose entries carry `data-entry`: down and up, Home and End; left and right fold and unfold
 * what lies within, or go out of it and into it (WAI-ARIA Authoring Practices, tree view). Tab comes to one entry.
 */
export function useListKeys(list: RefObject<HTMLUListElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const entriesNow = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-entry]')];
    const key = (event: KeyboardEvent): void => {
      const entries = entriesNow();
      const at = entries.findIndex((entry) => entry === event.target);
      if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 };
      const isAside = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
      const step = steps[event.key];
      if (step === undefined && !isAside) return;
      event.preventDefault();
      focusOn(entries, step === undefined ? aside(event.key, entries, at) : entries[step]);
    };
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('keydown', key);
    };
  }, [list]);
  // After each change of the list one of its entries is the Tab stop: the one that has the focus, else the current one.
  useEffect(() => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const stop =
      entries.find((entry) => entry === document.activeElement) ??
      entries.find((entry) => entry.hasAttribute('aria-current')) ??
      entries[0];
    stopAt(entries, stop);
  });
}
