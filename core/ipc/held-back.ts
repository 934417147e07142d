/**
 * The attribute of a link that holds its `rel` until what was shown last is seen: what it loads is for later. In a module of
 * its own, since the first script of the page is as small as can be.
 */
export const HELD_BACK = 'data-rel';
