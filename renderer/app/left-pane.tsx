import type { ReactNode } from 'react';
import { languageTag } from '#core/script/conversion-table';
import { BookmarksList, ContentsList } from '../features/contents';
import type { Shown } from '../features/reader';
import type { Place } from './use-place';
import type { Wayfinding } from './use-wayfinding';

interface LeftPaneProps {
  readonly shown: Shown | undefined;
  readonly place: Place;
  readonly way: Wayfinding;
  /** True if the contents follow a change of script a few at a time. */
  readonly waits: boolean;
  readonly library: ReactNode;
}

/** What leads to places: the contents of the text, its bookmarks, the library. */
export function LeftPane({ shown, place, way, waits, library }: LeftPaneProps): ReactNode {
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
          />
          <BookmarksList
            bookmarks={way.bookmarks}
            shown={shown.shown}
            language={language ?? ''}
            onGo={way.go}
            onNamed={way.back}
          />
        </>
      )}
      {library}
    </>
  );
}
