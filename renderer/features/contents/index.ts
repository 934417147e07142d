export { BookmarksList, nameOf as bookmarkName } from './bookmarks-list';
export { ContentsList } from './contents-list';
export { useBookmarks, type Bookmarks } from './use-bookmarks';
