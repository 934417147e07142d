import type { ScriptMode } from '../script/mode';
import { settle, type CorrectionChange, type Making } from './changes';
import type { FileEntry } from './corrections-file';
import { subjectOf, type Correction } from './correction';

/** What importing a file would do. */
export interface ImportPlan {
  readonly changes: readonly CorrectionChange[];
  /** Entries for words that had no correction. */
  readonly added: number;
  /** Entries that take the place of another right form. */
  readonly replaced: number;
  /** Entries that hold already. */
  readonly present: number;
}

/** Plans an import into the live corrections; entries that do not say their modes are for those of `modes`. */
export function planImport(
  live: readonly Correction[],
  entries: readonly FileEntry[],
  modes: readonly ScriptMode[],
  making: Making,
): ImportPlan {
  const known = new Map<string, Correction[]>();
  for (const correction of live) {
    const subject = subjectOf(correction);
    const same = known.get(subject);
    if (same === undefined) known.set(subject, [correction]);
    else same.push(correction);
  }
  const changes: CorrectionChange[] = [];
  let added = 0;
  let replaced = 0;
  for (const entry of entries) {
    const wanted = { ...entry, modes: entry.modes ?? modes };
    const steps = settle(known.get(subjectOf(wanted)) ?? [], wanted, making);
    const [first] = steps;
    if (steps.length === 1 && first?.kind === 'add') added++;
    else if (steps.length > 0) replaced++;
    for (const step of steps) changes.push(step);
  }
  return { changes, added, replaced, present: entries.length - added - replaced };
}
