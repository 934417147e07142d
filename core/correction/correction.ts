import type { Quote } from '../annotation/annotation';
import { conversionSteps } from '../script/conversion-table';
import { SCRIPT_MODES, type ScriptMode, type SourceScript } from '../script/mode';
import type { CodePointSpan } from '../support/offset';

/** How far a correction reaches, from the narrowest, which wins, to the widest. */
export const CORRECTION_SCOPES = ['occurrence', 'text', 'everywhere'] as const;

/** One of CORRECTION_SCOPES. */
export type CorrectionScope = (typeof CORRECTION_SCOPES)[number];

/** Where a correction holds: at one place of a text, wherever its words stand in a text, or in every text. */
export type CorrectionReach =
  | {
      readonly scope: 'occurrence';
      readonly textId: string;
      /** The text's title when the correction was made, for lists and files. */
      readonly title: string;
      /** SHA-256 of the source that the target was made on. */
      readonly textHash: string;
      /** Code points of the canonical text, within one block. */
      readonly target: CodePointSpan;
      readonly quote: Quote;
    }
  | { readonly scope: 'text'; readonly textId: string; readonly title: string }
  | { readonly scope: 'everywhere' };

/**
 * What a reader wants shown for some words of the source in place of what the dictionaries show. Deleting sets
 * `deleted`; a record is never taken away. `rev` grows by one with every change.
 */
export interface Correction {
  /** UUID version 7 (RFC 9562). */
  readonly id: string;
  readonly reach: CorrectionReach;
  /** The words as they stand in the block's reading before conversion; not empty, no line break. */
  readonly source: string;
  /** What was shown for them when the correction was made; empty where that is not known, as after an import. */
  readonly wrong: string;
  /** What is to be shown; not empty, no line break. */
  readonly right: string;
  /** The script modes in which it holds, all of one direction, in the order of SCRIPT_MODES. */
  readonly modes: readonly ScriptMode[];
  /** Milliseconds since 1970 UTC, as `modified` and `deleted`. */
  readonly created: number;
  readonly modified: number;
  readonly deleted?: number;
  readonly rev: number;
}

/** What is known of a correction before it is kept. */
export type NewCorrection = Pick<Correction, 'reach' | 'source' | 'wrong' | 'right' | 'modes'>;

/** Makes a correction in its first revision; `created` is in milliseconds since 1970 UTC. */
export const newCorrection = (parts: NewCorrection, id: string, created: number): Correction => ({
  id,
  reach: parts.reach,
  source: parts.source,
  wrong: parts.wrong,
  right: parts.right,
  modes: parts.modes,
  created,
  modified: created,
  rev: 1,
});

/** A change that a person makes to a correction. */
export type CorrectionEdit =
  | { readonly kind: 'change'; readonly to: Partial<Pick<Correction, 'right' | 'wrong' | 'modes'>> }
  | { readonly kind: 'delete' }
  | { readonly kind: 'restore' };

function changed(correction: Correction, edit: CorrectionEdit, at: number): Correction {
  switch (edit.kind) {
    case 'change':
      return { ...correction, ...edit.to };
    case 'delete':
      return { ...correction, deleted: at };
    case 'restore': {
      const { deleted, ...rest } = correction;
      return rest;
    }
  }
}

/** The correction after an edit made at this time (milliseconds since 1970 UTC); the one given stays as it is. */
export const edited = (correction: Correction, edit: CorrectionEdit, at: number): Correction => ({
  ...changed(correction, edit, at),
  modified: at,
  rev: correction.rev + 1,
});

/** True for a correction that was not removed. */
export const isLive = (correction: Correction): boolean => correction.deleted === undefined;

/** Equal for two corrections exactly if both say how the same words are shown within the same reach. */
export function subjectOf({ reach, source }: Pick<Correction, 'reach' | 'source'>): string {
  switch (reach.scope) {
    case 'occurrence': {
      const { textId, textHash, target } = reach;
      return JSON.stringify([reach.scope, textId, textHash, target.start, target.end, source]);
    }
    case 'text':
      return JSON.stringify([reach.scope, reach.textId, source]);
    case 'everywhere':
      return JSON.stringify([reach.scope, source]);
  }
}

/** Which way a conversion goes; a correction made in one mode may hold in others of its direction. */
export type Direction = 'to-simplified' | 'to-traditional';

/** The direction of a mode; undefined for the original, which converts nothing. */
export function directionOf(mode: ScriptMode): Direction | undefined {
  if (mode === 'original') return undefined;
  return mode === 'simplified' ? 'to-simplified' : 'to-traditional';
}

/** The modes of a direction, in the order in which they are offered. */
export const modesOf = (direction: Direction): ScriptMode[] =>
  SCRIPT_MODES.filter((mode) => directionOf(mode) === direction);

/** True if texts of this script are converted in this mode, so that there is something to correct. */
export const isConverted = (source: SourceScript, mode: ScriptMode): boolean =>
  conversionSteps(source, mode).length > 0;

/** Most code points of the words that one correction may be about, and of its right form. */
export const LONGEST_FORM = 200;

/** Why some words cannot be the right form of others; undefined if they can. */
export function problemOfForm(form: string): 'empty' | 'line-break' | 'long' | undefined {
  if (form.trim() === '') return 'empty';
  if (/[\n\r\u2028\u2029]/.test(form)) return 'line-break';
  return form.length > LONGEST_FORM && Array.from(form).length > LONGEST_FORM ? 'long' : undefined;
}
