import { useEffect } from 'react';
import type { OpenedText } from '../features/library';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Notice } from './notice';
import type { Actions } from './actions';
import { focusNow, isHeldUp, useKeys } from './use-keys';
import { useMarkTabs } from './use-mark-tabs';
import { useNewest } from './use-newest';
import { useSelectAll } from './use-select-all';

/** What can be done about news of an edition. */
export interface NewsActions {
  /** Shows the marks that have to be looked at. */
  readonly showToCheck: () => void;
  /** Reads the changed file after all. */
  readonly takeChanged: () => void;
}

type Words = ReturnType<typeof useStrings>['anchors'];

function editionNotice({ news, fileName }: OpenedText, words: Words, actions: NewsActions): Notice | undefined {
  switch (news?.kind) {
    case undefined:
      return undefined;
    case 'kept':
      return { words: words.kept(fileName), action: { name: words.takeChanged, run: actions.takeChanged } };
    case 'taken':
      return { words: words.taken(fileName) };
    case 'changed': {
      const { moved, review, orphan } = news.counts;
      const said = { words: words.changed(fileName, news.counts) };
      if (moved + review + orphan === 0) return said;
      return { ...said, action: { name: words.showThem, run: actions.showToCheck } };
    }
  }
}

/** Says what a person should know without having asked: another edition of the file, settings that were not kept. */
export function useNews(opened: OpenedText, say: (notice: Notice) => void, actions: NewsActions): void {
  const { settings, palette, exporting, keys } = useServices();
  const { app, anchors } = useStrings();
  useEffect(() => {
    const notice = editionNotice(opened, anchors, actions);
    if (notice !== undefined) say(notice);
    // Said once, when the text opens; a change of language says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [opened]);
  useEffect(() => {
    const failed = (): void => {
      say({ words: app.couldNotKeepSettings, isFailure: true });
    };
    const ends = [settings, palette, exporting, keys].map((kept) => kept.onFailure(failed));
    return () => {
      for (const end of ends) end();
    };
  }, [settings, palette, exporting, keys, say, app]);
}

/** Binds the keyboard and the menu once; what they reach is always the newest. */
export function useBindings(actions: Actions, page: ReaderPage | undefined): void {
  useMarkTabs(page, actions.walk);
  useSelectAll(page);
  const { bridge, keys } = useServices();
  const command = useNewest(actions.command);
  useKeys(keys.keymap, command);
  useEffect(
    () =>
      bridge.listen('menu.command', (chosen) => {
        if (!isHeldUp(chosen, focusNow())) command(chosen);
      }),
    [bridge, command],
  );
}
