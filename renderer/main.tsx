import './fonts/serif.css';
import './fonts/families.css';
import './app/palettes.css';
import './app/theme.css';
import './app/papers.css';
import './page/page.css';
import './page/page-vertical.css';
import './app/forced-colours.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { ErrorBoundary } from './app/error-boundary';
import { flushOnDemand } from './app/flush-on-demand';
import { sealOf } from './app/seal';
import { AutomaticBackups } from './automatic-backups';
import { readListed } from './features/library';
import { loadLast, remembering } from './fonts/last-face';
import { loadFace } from './fonts/load-face';
import { WornType } from './fonts/worn-type';
import { markSheetOf } from './page/mark-sheet';
import { connectBridge } from './platform/bridge';
import { reportFaults } from './platform/report-faults';
import { THIS_PLATFORM } from './platform/this-platform';
import { ProjectorsElsewhere } from './projectors-elsewhere';
import type { Services } from './services';
import { AnnotationStore } from './storage/annotation-store';
import { BackupStore } from './storage/backup-store';
import { BookmarkStore } from './storage/bookmark-store';
import { checkNotes } from './storage/check-notes';
import { guardBy } from './storage/copies-guard';
import { CorrectionStore } from './storage/correction-store';
import { declareDatabase, openDatabase, type OpenFailure } from './storage/database';
import { EditionStore } from './storage/edition-store';
import { FlushList } from './storage/flush-list';
import { ImportStore } from './storage/import-store';
import { journalOver } from './storage/journal';
import { twofoldKeeper } from './storage/keeper';
import { Ledger } from './storage/ledger';
import { connectPeers } from './storage/ledger-peers';
import { LiveExport } from './storage/live-export';
import { LiveKeys } from './storage/live-keys';
import { LivePalette } from './storage/live-palette';
import { LiveSettings } from './storage/live-settings';
import { recover } from './storage/recovery';
import { resumeDrafts } from './storage/resume-drafts';
import { SessionState } from './storage/session-state';
import { connectSettingPeers } from './storage/setting-peers';
import { SettingsStore } from './storage/settings-store';
import { TextStore } from './storage/text-store';

// The composition root: everything is built and wired here, and it reads from top to bottom.

const clock = (): number => Date.now();
const bridge = connectBridge();
const report = reportFaults(bridge);
const flush = new FlushList();
const database = declareDatabase();
const journal = journalOver(bridge);
// Other windows may be writing while this one starts.
const guard = guardBy(navigator.locks);
const keeper = twofoldKeeper(journal, database, guard);
const marks = markSheetOf(document);
const session = new SessionState(sessionStorage);
const type = new WornType(document.documentElement, remembering(localStorage, loadFace));
// While the database opens.
loadLast(localStorage, loadFace);

/** What the address of a new window asks for: the text to begin with. */
function askedFor(hash: string): object | undefined {
  const textId = new URLSearchParams(hash.slice(1)).get('text');
  return textId === null ? undefined : { textId };
}

/** A profile of a newer version is left as it is; main, which writes to it too, hears so before anything else. */
async function refuseNewer(): Promise<OpenFailure> {
  await bridge.request('profile.refused');
  return 'newer';
}

async function open(): Promise<Services | OpenFailure> {
  // Main reads while the database opens.
  const listing = bridge.request('library.list');
  listing.catch(() => undefined);
  const failed = await openDatabase(database);
  if (failed !== undefined) return failed === 'newer' ? refuseNewer() : failed;
  // Asks Chromium not to clear the database when the disk runs low; what it answers changes nothing for us.
  void navigator.storage.persist();
  // Before anything is read: what one copy has lost the other gives back.
  const found = await recover({ bridge, database, journal, guard });
  if (found === 'newer') return refuseNewer();
  const ledger = new Ledger(database, keeper, clock, connectPeers());
  const annotations = new AnnotationStore(database, ledger, clock);
  const corrections = new CorrectionStore(database, ledger, clock);
  const texts = new TextStore(database, keeper, clock);
  const kept = new SettingsStore(database, keeper, connectSettingPeers());
  const [settings, palette, exporting, keys] = await Promise.all([
    LiveSettings.open(kept, {
      read: () => session.own() ?? askedFor(location.hash),
      write: (own) => {
        session.putOwn(own);
      },
    }),
    LivePalette.open(kept),
    LiveExport.open(kept),
    LiveKeys.open(kept, THIS_PLATFORM),
    // Before a text is shown, so that none is seen without them first.
    corrections.load(),
    annotations.load(),
  ]);
  await resumeDrafts(session, annotations);
  flush.add(ledger.settled);
  flush.add(settings.settled);
  flush.add(palette.settled);
  flush.add(exporting.settled);
  flush.add(keys.settled);
  const wear = (): void => {
    marks.wear(palette.current().own);
  };
  wear();
  palette.subscribe(wear);
  const wearType = (): void => {
    type.wear(settings.current());
  };
  wearType();
  settings.subscribe(wearType);
  ledger.onBeside(settings.hear);
  ledger.onBeside(palette.hear);
  ledger.onBeside(exporting.hear);
  ledger.onBeside(keys.hear);
  const backups = new BackupStore(database, ledger, clock, flush.all);
  const imports = new ImportStore({
    ...{ database, ledger, clock, palette: palette.current, corrections: corrections.current, flush: flush.all },
    marks: { find: annotations.find, thatMet: annotations.thatMet, ofText: annotations.marksOf },
    careful: () => settings.current().careful,
    library: { list: () => bridge.request('library.list'), read: (id) => readListed(bridge, id) },
  });
  const automatic = new AutomaticBackups(bridge, backups);
  automatic.start((delayMs, then) => setInterval(then, delayMs));
  return {
    bridge,
    annotations,
    bookmarks: new BookmarkStore(database, ledger, clock),
    corrections,
    listed: await listing,
    texts,
    editions: new EditionStore(database, keeper, ledger, clock),
    imports,
    elsewhere: new ProjectorsElsewhere(texts),
    settings,
    type,
    palette,
    exporting,
    keys,
    backups,
    automatic,
    ledger,
    flush,
    session,
    checkNotes: () => checkNotes({ bridge, database, flush }),
    clock,
    version: __ZHUPI_VERSION__,
    found,
  };
}

flushOnDemand(bridge, flush.all, sealOf(document));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root, { onCaughtError: report }).render(
  <StrictMode>
    <ErrorBoundary>
      <App open={open} copyProfile={() => bridge.request('profile.copy')} />
    </ErrorBoundary>
  </StrictMode>,
);
