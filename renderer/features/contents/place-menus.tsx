import type { ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';

/** How the words of a place are copied. */
export type CopiedAs = 'displayed' | 'citation';

interface PlaceMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onGo: () => void;
  readonly onCopy: (as: CopiedAs) => void;
  readonly onClose: () => void;
}

/** Does something once the menu is closed, so that what it gives the focus to keeps it. */
const after =
  <Args extends readonly unknown[]>(close: () => void, act: (...args: Args) => void) =>
  (...args: Args): void => {
    close();
    act(...args);
  };

interface CopyItemsProps {
  /** The name of what is copied as it is displayed. */
  readonly words: string;
  readonly onCopy: (as: CopiedAs) => void;
}

/** The ways in which the words of a place are copied. */
function CopyItems({ words, onCopy }: CopyItemsProps): ReactNode {
  const { reading } = useStrings();
  return (
    <>
      <MenuItem
        onPress={() => {
          onCopy('displayed');
        }}
      >
        {words}
      </MenuItem>
      <MenuItem
        onPress={() => {
          onCopy('citation');
        }}
      >
        {reading.copying.citation}
      </MenuItem>
    </>
  );
}

/** What can be done with a section: go there, keep the place, copy how it is called. */
export function SectionMenu(props: PlaceMenuProps & { readonly onBookmark: () => void }): ReactNode {
  const { at, onGo, onCopy, onClose, onBookmark } = props;
  const strings = useStrings().windows.placeMenus;
  const does = (act: () => void) => after(onClose, act);
  return (
    <Menu label={strings.section} at={at} onClose={onClose}>
      <MenuItem onPress={does(onGo)}>{strings.go}</MenuItem>
      <MenuItem onPress={does(onBookmark)}>{strings.keep}</MenuItem>
      <CopyItems words={strings.copyHeading} onCopy={after(onClose, onCopy)} />
    </Menu>
  );
}

interface BookmarkMenuProps extends PlaceMenuProps {
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** What can be done with a bookmark: go there, name it, copy the words at its place, delete it. */
export function BookmarkMenu({ at, onGo, onCopy, onClose, onRename, onRemove }: BookmarkMenuProps): ReactNode {
  const { windows, reading } = useStrings();
  const strings = windows.placeMenus;
  const does = (act: () => void) => after(onClose, act);
  return (
    <Menu label={strings.bookmark} at={at} onClose={onClose}>
      <MenuItem onPress={does(onGo)}>{strings.go}</MenuItem>
      <MenuItem shortcut={{ shown: 'F2', aria: 'F2' }} onPress={does(onRename)}>
        {reading.bookmarks.renameShort}
      </MenuItem>
      <CopyItems words={strings.copyWords} onCopy={after(onClose, onCopy)} />
      <MenuItem shortcut={{ shown: 'Delete', aria: 'Delete' }} onPress={does(onRemove)}>
        {reading.bookmarks.removeShort}
      </MenuItem>
    </Menu>
  );
}
