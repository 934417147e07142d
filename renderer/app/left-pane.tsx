import type { ReactNode } from 'react';
import { languageTag } from '#core/script/conversion-table';
import { BookmarksList, ContentsList } from '../features/contents';
import type { Shown } from '../features/reader';
import type { Actions } from './actions';
import type { Place } from './use-place';
import type { Wayfinding } from './use-wayfinding';

interface LeftPaneProps {
  readonly shown: Shown | undefined;
  readonly place: Place;
  readonly way: Wayfinding;
  /** True if the contents follow a change of script a few at a time. */
  readonly waits: boolean;
  readonly onCopy: Actions['copyFrom'];
  /** The library, told how much of the open text was read. */
  readonly library: (percent: number) => ReactNode;
}

/** What leads to places: the contents of the text, its bookmarks, the library. */
export function LeftPane({ shown, place, way, waits, onCopy, library }: LeftPaneProps): ReactNode {
  const language = shown && languageTag(shown.shown.text.script, shown.mode);
  return (
    <>
      {shown && (
        <>
          <ContentsList
            shown={shown.shown}
            language={language ?? ''}
            place={place.place}
            percent={place.percent}
            waits={waits}
            onGo={way.go}
            onBookmark={way.bookmarks.add}
            onCopy={onCopy}
          />
          <BookmarksList
            bookmarks={way.bookmarks}
            shown={shown.shown}
            language={language ?? ''}
            onGo={way.go}
            onCopy={onCopy}
            onNamed={way.back}
          />
        </>
      )}
      {library(place.percent)}
    </>
  );
}
