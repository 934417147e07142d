import type { ReactNode } from 'react';

/** Line drawings on a 24-pixel grid. */
const PATHS = {
  contents: 'M4 5h16v14H4zM9 5v14',
  notes: 'M4 5h16v14H4zM15 5v14',
  export: 'M12 15V4M8 8l4-4 4 4M5 14v5h14v-5',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  rename: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  link: 'M10 14l4-4M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M11 8l2-2a3.5 3.5 0 0 1 5 5l-2 2',
  parallel: 'M4 5h16v14H4zM12 5v14',
  next: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
  filter: 'M4 6h16M7 12h10M10 18h4',
  more: 'M6 11.6a.4.4 0 1 0 0 .8a.4.4 0 1 0 0-.8zM12 11.6a.4.4 0 1 0 0 .8a.4.4 0 1 0 0-.8zM18 11.6a.4.4 0 1 0 0 .8a.4.4 0 1 0 0-.8z',
  previous: 'M6 15l6-6 6 6',
  following: 'M6 9l6 6 6-6',
  horizontal: 'M4 6h16M4 12h16M4 18h10',
  vertical: 'M18 4v16M12 4v16M6 4v10',
  find: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20 20',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof PATHS;

/** The drawing inside a button that has a name of its own. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="icon-drawing">
      <path d={PATHS[name]} />
    </svg>
  );
}
