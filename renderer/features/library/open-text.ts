import type { HealthCounts } from '#core/anchor/carry-to-edition';
import type { FileFailure, ListedText, ReadText } from '#core/ipc/contract';
import { loadScriptDetector } from '#core/script/detect-script';
import { failure, success, type Result } from '#core/support/result';
import { deriveText } from '#core/text/derive-text';
import type { Text } from '#core/text/text';
import { loadWordList } from '#core/text/word-list';
import { loadConversion } from '../../load-script';
import type { Services } from '../../services';

/**
 * What a person should know of the edition that is read. `changed`: the file has changed, and what stands on the text
 * went with it. `kept`: the file has changed, and the person went back to the edition before. `taken`: they went
 * forward to the changed file again.
 */
export type EditionNews =
  { readonly kind: 'changed'; readonly counts: HealthCounts } | { readonly kind: 'kept' } | { readonly kind: 'taken' };

/** A text ready to be read. */
export interface OpenedText {
  readonly text: Text;
  readonly fileName: string;
  /** Where reading stopped, a canonical offset in code points. */
  readonly start: number;
  /** How much of it had been read then, in whole percent; 0 where that is not known. */
  readonly percent: number;
  readonly news?: EditionNews;
}

/** Why a text could not be opened: its file, or the database. */
export type OpenTextFailure = FileFailure | { readonly kind: 'not-kept'; readonly fileName: string };

async function derive(file: ReadText): Promise<Text> {
  const [words, toSimplified, toTaiwan] = await Promise.all([
    loadWordList(),
    loadConversion('tw2s'),
    loadConversion('s2tw'),
  ]);
  const roundTrip = (text: string): string => toTaiwan.convert(toSimplified.convert(text).display).display;
  const script = file.script ?? (await loadScriptDetector()).ofText(file.content).script;
  const { id, title, hash, content } = file;
  return deriveText({ id, title, hash, content, script }, { words, roundTrip });
}

/** A listed text as opening it would derive it; nothing is kept. Undefined where its file cannot be read. */
export async function readListed(bridge: Services['bridge'], id: string): Promise<Text | undefined> {
  const file = await bridge.request('library.read', { id });
  return file.ok ? derive(file.value) : undefined;
}

type Parts = Pick<Services, 'bridge' | 'texts' | 'editions'>;

/** Why a text is opened: because a person chose it, wants its changed file, or its edition was exchanged elsewhere. */
export type Occasion = 'chosen' | 'take-changed' | 'exchanged';

/**
 * Opens a text. What was derived once is taken as it was stored; only a file never seen, or changed since, is derived.
 * What stands on a text whose file changed goes with it to the new edition, unless the person went back from that.
 */
export async function openText(
  { bridge, texts, editions }: Parts,
  listed: ListedText,
  occasion: Occasion,
): Promise<Result<OpenedText, OpenTextFailure>> {
  const { id, fileName } = listed;
  const [file, stored, position] = await Promise.all([
    bridge.request('library.read', { id }),
    texts.get(id),
    texts.position(id),
  ]);
  const { offset: start, percent = 0 } = position ?? { offset: 0 };
  if (!file.ok) return failure(file.reason);
  const { hash } = file.value;
  if (stored?.sourceHash === hash) {
    const news: EditionNews | undefined = occasion === 'exchanged' ? { kind: 'taken' } : undefined;
    return success({ text: stored, fileName, start, percent, ...(news && { news }) });
  }
  const known = stored && (await editions.get(listed.id, hash));
  if (stored !== undefined && known?.isDeclined === true && occasion !== 'take-changed') {
    return success({ text: stored, fileName, start, percent, news: { kind: 'kept' } });
  }
  const text = await derive(file.value);
  const kept = await editions.take(text);
  if (!kept.ok) return failure({ kind: 'not-kept', fileName });
  const { counts } = kept.value;
  return success({
    text,
    fileName,
    start: kept.value.start,
    percent,
    ...(counts !== undefined && { news: { kind: 'changed', counts } }),
  });
}
