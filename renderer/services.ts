import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Palette } from '#core/annotation/palette';
import type { ListedText } from '#core/ipc/contract';
import type { Keymap } from '#core/command/keymap';
import type { AutomaticBackups } from './automatic-backups';
import type { Findings } from '#core/kept/check';
import type { WornType } from './fonts/worn-type';
import type { SightKeeper } from './page/sight-keeper';
import type { Bridge } from './platform/bridge';
import type { ProjectorsElsewhere } from './projectors-elsewhere';
import type { FlushList } from './storage/flush-list';
import type { AnnotationStore } from './storage/annotation-store';
import type { BackupStore } from './storage/backup-store';
import type { BookmarkStore } from './storage/bookmark-store';
import type { CorrectionStore } from './storage/correction-store';
import type { EditionStore } from './storage/edition-store';
import type { ImportStore } from './storage/import-store';
import type { Clock, Ledger } from './storage/ledger';
import type { ExportChoices, LiveExport } from './storage/live-export';
import type { LiveSettings, Settings } from './storage/live-settings';
import type { Recovery } from './storage/recovery';
import type { LiveKeys } from './storage/live-keys';
import type { LivePalette } from './storage/live-palette';
import type { SessionState } from './storage/session-state';
import type { TextStore } from './storage/text-store';

/** What the composition root builds and components use. */
export interface Services {
  readonly bridge: Bridge;
  readonly annotations: AnnotationStore;
  readonly bookmarks: BookmarkStore;
  readonly corrections: CorrectionStore;
  /** The texts of the library. */
  readonly listed: readonly ListedText[];
  readonly texts: TextStore;
  readonly editions: EditionStore;
  readonly imports: ImportStore;
  readonly elsewhere: ProjectorsElsewhere;
  readonly settings: LiveSettings;
  /** The type that the document wears. */
  readonly type: WornType;
  readonly palette: LivePalette;
  readonly exporting: LiveExport;
  readonly keys: LiveKeys;
  readonly backups: BackupStore;
  readonly automatic: AutomaticBackups;
  readonly ledger: Ledger;
  readonly flush: FlushList;
  readonly session: SessionState;
  /** What is shown, for the next start to show again. */
  readonly sight: SightKeeper;
  /** Reads everything that is kept, from both copies, and checks it. */
  readonly checkNotes: () => Promise<Findings>;
  readonly clock: Clock;
  /** The version of the program. */
  readonly version: string;
  /** What the start found and mended; undefined where all was well. */
  readonly found: Recovery | 'unreadable' | undefined;
}

/** Gives the services to the components below. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services; a component outside their provider is a bug and throws. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('no services are provided');
  return services;
}

/** The settings as they are now, and the way to change them. */
export function useSettings(): [Settings, LiveSettings['change']] {
  const { settings } = useServices();
  return [useSyncExternalStore(settings.subscribe, settings.current), settings.change];
}

/** The colours that the person marks with, and the way to change them. */
export function usePalette(): [Palette, LivePalette['change']] {
  const { palette } = useServices();
  return [useSyncExternalStore(palette.subscribe, palette.current), palette.change];
}

/** How the person takes notes out, and the way to change what is chosen for a format. */
export function useExportChoices(): [ExportChoices, LiveExport['choose']] {
  const { exporting } = useServices();
  return [useSyncExternalStore(exporting.subscribe, exporting.current), exporting.choose];
}

/** Which key stands for which command now. */
export function useKeymap(): Keymap {
  const { keys } = useServices();
  return useSyncExternalStore(keys.subscribe, keys.keymap);
}
