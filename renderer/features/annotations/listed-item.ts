/** The item of the list of notes that something on the page lies in. */
export const itemOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('li[data-id]') : null;

/** The id of the mark that an item is about; empty where there is none. */
export const idOf = (item: HTMLElement | null): string => item?.dataset['id'] ?? '';
