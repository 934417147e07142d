import type { RefObject } from 'react';
import type { Annotation, AnnotationEdit, Colour } from '#core/annotation/annotation';
import type { Command } from '#core/command/commands';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import type { ReaderPage } from '../features/reader';
import type { Finder } from '../features/search';
import type { Notice } from './notice';
import type { Backups } from './use-backups';
import type { Imports } from './use-imports';
import type { Correcting } from './use-correcting';
import type { MarkWork } from './use-mark-work';
import type { Surface } from './use-surface';
import type { Study } from './use-study';
import type { PendingLink } from './use-links';
import type { Undo } from './use-undo';
import type { Wayfinding } from './use-wayfinding';

/** How words are copied: as displayed, with where they stand, as in the source; or the link to their mark. */
export type CopyKind = 'displayed' | 'citation' | 'source' | 'link';

/** What the actions act on. */
export interface ActionParts {
  readonly shown: ShownText | undefined;
  readonly study: Study;
  readonly correcting: Correcting;
  readonly work: MarkWork;
  readonly undo: Undo;
  /** The way to marks on other texts. */
  readonly pending: PendingLink;
  readonly way: Wayfinding;
  readonly backups: Backups;
  readonly imports: Imports;
  readonly finder: Finder;
  readonly page: ReaderPage | undefined;
  /** A second column beside the one that is acted in. */
  readonly beside: ReaderPage | undefined;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly setSurface: (next: (now: Surface | undefined) => Surface | undefined) => void;
  readonly say: (notice: Notice | undefined) => void;
}

/** What a person can do with the text and its marks, by whatever means. */
export interface Actions {
  readonly colour: (colour: Colour) => void;
  readonly note: () => void;
  /** Gives the current mark the next style, or the next mark where some words are selected. */
  readonly style: () => void;
  /** Begins to move an end of the current mark; where words are selected, sets it to them. */
  readonly resize: () => void;
  readonly copy: () => void;
  /** Copies the words of a span, or the link to their mark. */
  readonly copySpan: (span: CodePointSpan, kind?: CopyKind, mark?: Annotation) => void;
  /** Copies the words of a span of the text as it is displayed in these. */
  readonly copyFrom: (shown: ShownText, span: CodePointSpan, kind: 'displayed' | 'citation') => void;
  /** Copies what is selected, else the current mark. */
  readonly copyAs: (kind: CopyKind) => void;
  /** Begins to correct the conversion of what is selected, or of the word at the caret. */
  readonly correct: () => void;
  readonly remove: (id: string) => void;
  /** Changes several marks as one step. */
  readonly editAll: (ids: readonly string[], edit: AnnotationEdit) => void;
  /** Goes to a mark, on whichever text it is, and opens its card. */
  readonly jump: (id: string) => void;
  /** Opens the current mark, or what lies at the caret. */
  readonly openHere: () => void;
  /** Goes to the next mark, or the one before; false where there is none. */
  readonly walk: (by: 1 | -1) => boolean;
  readonly closeCard: () => void;
  readonly command: (command: Command) => void;
  readonly escape: () => void;
}

/** What is selected at this very moment: a quick hand acts before the selection's event has come. */
export const selectedNow = ({ page, study }: ActionParts): CodePointSpan | undefined =>
  page?.snapSelection() ?? study.selected;
