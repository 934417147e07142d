import { Suspense, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { PaletteSection, type NotesListed } from '../features/annotations';
import { BackupSection, RestoreDialog } from '../features/backup';
import { CheckDialog } from '../features/check';
import { CorrectionsSection, type Corrections } from '../features/corrections';
import { ExportDialog, PrintDialog } from '../features/export';
import { ImportDialog } from '../features/import';
import { GoToLinkDialog } from '../features/links';
import type { Shown } from '../features/reader';
import { KeyboardSheet } from '../features/commands';
import { SettingsDialog, TypeSection } from '../features/settings';
import type { Notice } from './notice';
import type { Surface } from './use-surface';
import type { Backups } from './use-backups';
import type { Imports } from './use-imports';
import type { FollowLink } from './use-links';

interface SurfacesProps {
  readonly surface: Surface | undefined;
  readonly shown: Shown;
  readonly annotations: readonly Annotation[];
  /** What the list of notes shows now. */
  readonly listedNow: () => NotesListed | undefined;
  readonly titleOf: (textId: string) => string;
  readonly corrections: Corrections;
  readonly backups: Backups;
  readonly imports: Imports;
  readonly say: (notice: Notice) => void;
  readonly onFollow: FollowLink;
  /** The palette, while it is open. */
  readonly palette: () => ReactNode;
  readonly onClose: () => void;
}

/** What is open beside or over the page; some of it is loaded when it is first opened. */
export function Surfaces(props: SurfacesProps): ReactNode {
  return (
    <Suspense>
      <OpenSurface {...props} />
    </Suspense>
  );
}

function OpenSurface(props: SurfacesProps): ReactNode {
  const { surface, shown, annotations, listedNow, titleOf, corrections, backups, imports, onFollow, onClose } = props;
  switch (surface) {
    case undefined:
      return null;
    case 'export':
    case 'export-selected':
      return (
        <ExportDialog
          {...{ shown, annotations, listedNow, titleOf, onClose }}
          asked={surface === 'export' ? 'text' : 'selected'}
        />
      );
    case 'settings':
      return (
        <SettingsDialog onClose={onClose}>
          <TypeSection />
          <PaletteSection />
          <CorrectionsSection corrections={corrections} mode={shown.mode} />
          <BackupSection onBackUp={backups.backUp} onRestore={backups.choose} />
        </SettingsDialog>
      );
    case 'keyboard':
      return <KeyboardSheet onClose={onClose} />;
    case 'palette':
      return props.palette();
    case 'restore-backup':
      if (backups.chosen === undefined) return null;
      return <RestoreDialog chosen={backups.chosen} onRestored={backups.restored} onClose={onClose} />;
    case 'import-notes': {
      const { current } = imports;
      if (current === undefined) return null;
      return (
        <ImportDialog
          key={current.id}
          file={current.file}
          shown={shown.shown}
          onImported={(imported) => {
            imports.imported(current, imported);
          }}
          onClose={() => {
            imports.close(current);
          }}
        />
      );
    }
    case 'print':
      return (
        <PrintDialog
          {...{ shown, annotations, titleOf, onClose }}
          onPrinted={() => {
            props.say({ words: ({ windows }) => windows.print.printed });
          }}
        />
      );
    case 'check-notes':
      return <CheckDialog onClose={onClose} />;
    case 'go-to-link':
      return <GoToLinkDialog onFollow={onFollow} onClose={onClose} />;
  }
}
