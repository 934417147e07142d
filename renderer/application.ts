import { flushOnDemand } from './app/flush-on-demand';
import { openFirst, type Started } from './app/open-listed';
import { sealOf } from './app/seal';
import { AutomaticBackups } from './automatic-backups';
import { readListed } from './features/library';
import { loadLast, remembering } from './fonts/last-face';
import { loadFace } from './fonts/load-face';
import { WornType } from './fonts/worn-type';
import { liftSight } from './page/last-sight';
import { markSheetOf } from './page/mark-sheet';
import { SightKeeper } from './page/sight-keeper';
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
import { recover, type StartFinding } from './storage/recovery';
import { resumeDrafts } from './storage/resume-drafts';
import { SessionState } from './storage/session-state';
import { connectSettingPeers } from './storage/setting-peers';
import { SettingsStore } from './storage/settings-store';
import { TextStore } from './storage/text-store';

// The composition root: everything is built and wired here, and it reads from top to bottom.

/** Milliseconds after which what was shown last goes away, also where nothing can be drawn in its place. */
const LONGEST_SIGHT_MS = 6_000;

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
const sight = new SightKeeper((shown) => bridge.request('sight.keep', { sight: shown }));
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

/** What lives in the page while others write it too: each hears of that, and is on disk before the window closes. */
async function openLive(ledger: Ledger) {
  const kept = new SettingsStore(database, keeper, connectSettingPeers());
  const own = {
    read: () => session.own() ?? askedFor(location.hash),
    write: (next: object) => {
      session.putOwn(next);
    },
  };
  const [settings, palette, exporting, keys] = await Promise.all([
    LiveSettings.open(kept, own),
    LivePalette.open(kept),
    LiveExport.open(kept),
    LiveKeys.open(kept, THIS_PLATFORM),
  ]);
  flush.add(ledger.settled);
  for (const live of [settings, palette, exporting, keys]) {
    flush.add(live.settled);
    ledger.onBeside(live.hear);
  }
  return { settings, palette, exporting, keys };
}

/** Lets the document wear what is chosen, and keep wearing it. */
function wear(settings: LiveSettings, palette: LivePalette): void {
  const wearMarks = (): void => {
    marks.wear(palette.current().own);
  };
  const wearType = (): void => {
    type.wear(settings.current());
  };
  wearMarks();
  wearType();
  palette.subscribe(wearMarks);
  settings.subscribe(wearType);
}

/** Opens the database and brings it together with the journal: what one copy has lost the other gives back. */
async function openCopies(): Promise<StartFinding | OpenFailure> {
  const failed = await openDatabase(database);
  if (failed !== undefined) return failed;
  // Asks Chromium not to clear the database when the disk runs low; what it answers changes nothing for us.
  void navigator.storage.persist();
  return recover({ bridge, database, journal, guard });
}

async function open(): Promise<Services | OpenFailure> {
  // Main reads while the database opens.
  const listing = bridge.request('library.list');
  listing.catch(() => undefined);
  // Before anything is read.
  const found = await openCopies();
  if (found === 'newer') return refuseNewer();
  if (found === 'unavailable') return found;
  const ledger = new Ledger(database, keeper, clock, connectPeers());
  const annotations = new AnnotationStore(database, ledger, clock);
  const corrections = new CorrectionStore(database, ledger, clock);
  const texts = new TextStore(database, keeper, clock);
  // Marks and corrections before a text is shown, so that none is seen without them first.
  const [live] = await Promise.all([openLive(ledger), corrections.load(), annotations.load()]);
  const { settings, palette } = live;
  await resumeDrafts(session, annotations);
  wear(settings, palette);
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
    ...{
      bridge,
      annotations,
      corrections,
      texts,
      imports,
      type,
      backups,
      automatic,
      ledger,
      flush,
      session,
      sight,
      clock,
    },
    ...live,
    bookmarks: new BookmarkStore(database, ledger, clock),
    listed: await listing,
    editions: new EditionStore(database, keeper, ledger, clock),
    elsewhere: new ProjectorsElsewhere(texts),
    checkNotes: () => checkNotes({ bridge, database, flush }),
    version: __ZHUPI_VERSION__,
    found,
  };
}

flushOnDemand(bridge, flush.all, sealOf(document), () => sight.keep().catch(report));

async function start(): Promise<Started | OpenFailure> {
  const services = await open();
  return typeof services === 'string' ? services : { services, first: await openFirst(services) };
}

// What is kept is read, and the text begun, while the script of the page is still on its way.
let begun: ReturnType<typeof start> | undefined = start();
begun.catch(() => undefined);

/** The start that was begun; each time that it is tried again, another. */
function started(): ReturnType<typeof start> {
  const now = begun ?? start();
  begun = undefined;
  return now;
}

// Long after any page is there: what does not answer must not be taken for one that does.
setTimeout(liftSight, LONGEST_SIGHT_MS);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
void import('./app/mount').then(({ mount }) => {
  mount(root, { start: started, copyProfile: () => bridge.request('profile.copy'), onCaught: report });
});
