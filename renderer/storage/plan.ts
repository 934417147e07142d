import type { BesideChange } from '#core/history/beside';
import type { Draft, EditionChange, UndoableRecords, UndoableTable } from '#core/history/step';
import type { Change } from '#core/kept/change';

/** Finds a record as it is now, one that could not be kept yet included. */
export type Find = <Table extends UndoableTable>(
  table: Table,
  id: string,
) => Promise<UndoableRecords[Table] | undefined>;

/** Makes the records that a change wants kept; undefined if one that it is about does not exist. */
export type Plan = (find: Find) => readonly Draft[] | undefined | Promise<readonly Draft[] | undefined>;

/** How a change is to be kept and remembered. */
export interface ChangeOptions {
  /** Changes that follow each other with the same words here are undone as one. */
  readonly joins?: string;
  /** What is kept with it, all or none, and is not undone with it. */
  readonly also?: readonly Change[];
  /** What is kept and undone with it, asked for once its plan is made. */
  readonly beside?: () => readonly BesideChange[];
  /** The exchange of editions that `also` holds; it is undone with the change. */
  readonly edition?: EditionChange;
  /** True if what could not be kept is tried again with later changes, and before closing. */
  readonly keepsTrying?: boolean;
}
