import { useEffect } from 'react';
import type { OpenedText } from '../features/library';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
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

function editionNotice({ news, fileName }: OpenedText, actions: NewsActions): Notice | undefined {
  switch (news?.kind) {
    case undefined:
      return undefined;
    case 'kept':
      return {
        words: ({ anchors }) => anchors.kept(fileName),
        action: { name: ({ anchors }) => anchors.takeChanged, run: actions.takeChanged },
      };
    case 'taken':
      return { words: ({ anchors }) => anchors.taken(fileName) };
    case 'changed': {
      const { counts } = news;
      const { moved, review, orphan } = counts;
      const said: Notice = { words: ({ anchors }) => anchors.changed(fileName, counts) };
      if (moved + review + orphan === 0) return said;
      return { ...said, action: { name: ({ anchors }) => anchors.showThem, run: actions.showToCheck } };
    }
  }
}

/** Says what a person should know without having asked: another edition of the file, settings that were not kept. */
export function useNews(opened: OpenedText, say: (notice: Notice) => void, actions: NewsActions): void {
  const { settings, palette, exporting, keys } = useServices();
  useEffect(() => {
    const notice = editionNotice(opened, actions);
    if (notice !== undefined) say(notice);
    // Said once, when the text opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [opened]);
  useEffect(() => {
    const failed = (): void => {
      say({ words: ({ app }) => app.couldNotKeepSettings, isFailure: true });
    };
    const ends = [settings, palette, exporting, keys].map((kept) => kept.onFailure(failed));
    return () => {
      for (const end of ends) end();
    };
  }, [settings, palette, exporting, keys, say]);
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
