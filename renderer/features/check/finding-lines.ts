import { verdictOf, type DamagedRecord, type Findings, type NamedMark } from '#core/kept/check';
import type { Language } from '#core/ipc/language';
import { keptInWords } from '../../strings/kept-in-words';
import { listIn } from '../../strings/numbers';
import { stringsOf } from '../../strings/use-strings';

type Strings = ReturnType<typeof stringsOf>;

/** What a finding is called by: the words it is about, or an id where no words are wanted. */
type NameOf = (finding: NamedMark | DamagedRecord, words: Strings['safety']) => string;

/** Findings of one kind that are listed one by one; of more only the number is said. */
const MOST_LISTED = 20;

const keyOf = (finding: NamedMark | DamagedRecord): string => ('key' in finding ? finding.key : finding.id);

/** By its key, for a report that others may read: what was marked is nobody else's concern, but what is wrong is. */
export const byKey: NameOf = (finding) =>
  'fields' in finding ? `${keyOf(finding)} (${finding.fields.join(', ')})` : keyOf(finding);

/** By its words, as a person knows it; by its key where it has none. */
export const byWords: NameOf = (finding, words) =>
  finding.quote === '' ? keyOf(finding) : words.quoted(finding.quote);

type Words = Strings['check'];

/** One clear sentence about all that is kept. */
export function verdictSentence(findings: Findings, words: Words): string {
  const { notes, damaged, withoutText, astray } = findings;
  const verdict = verdictOf(findings);
  if (verdict !== 'damaged') return words.verdicts[verdict](notes);
  const marks = withoutText.length + astray.length;
  return words.damagedVerdict(damaged.length + marks, Math.max(0, notes - marks));
}

function listed<Finding>(findings: readonly Finding[], sentence: (finding: Finding) => string, words: Words): string[] {
  const rest = findings.length - MOST_LISTED;
  return [...findings.slice(0, MOST_LISTED).map(sentence), ...(rest > 0 ? [words.more(rest)] : [])];
}

function copiesLines({ sound, journal, differing }: Findings, language: Language): string[] {
  const { check: words } = stringsOf(language);
  const database = words.database(keptInWords((table) => sound[table], language));
  if (journal === undefined) return [database, words.noJournal];
  return [
    database,
    words.journal(journal.records, journal.files),
    ...(journal.snapshots.good > 0 ? [words.snapshots(journal.snapshots.good)] : []),
    ...(differing.length > 0 ? [words.differing(listIn(language)(differing.map((table) => words.tables[table])))] : []),
    ...journal.damaged.map(({ file, line }) => words.damagedLine(file, line)),
    ...(journal.missing > 0 ? [words.missing(journal.missing)] : []),
    ...journal.snapshots.damaged.map((file) => words.damagedSnapshot(file)),
  ];
}

/** What was found, a sentence each, what is amiss first. */
export function findingLines(findings: Findings, language: Language, nameOf: NameOf): string[] {
  const { check: words, safety } = stringsOf(language);
  const called = (finding: NamedMark | DamagedRecord): string => nameOf(finding, safety);
  const { damaged, withoutText, astray, inexact } = findings;
  return [
    ...listed(damaged, (each) => words.damaged(words.kinds[each.table], called(each)), words),
    ...listed(withoutText, (mark) => words.withoutText(called(mark)), words),
    ...listed(astray, (mark) => words.astray(called(mark)), words),
    ...copiesLines(findings, language),
    ...listed(inexact, (mark) => words.inexact[mark.state](called(mark)), words),
  ];
}
