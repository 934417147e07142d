import type { FileFailure, ListedText, ReadText } from '#core/ipc/contract';
import { loadConversion } from '#core/script/conversion';
import { loadScriptDetector } from '#core/script/detect-script';
import { failure, success, type Result } from '#core/support/result';
import { deriveText } from '#core/text/derive-text';
import type { Text } from '#core/text/text';
import { loadWordList } from '#core/text/word-list';
import type { Services } from '../../services';

/** A text ready to be read; `isKeptEdition`: the file has changed, and this is what the notes belong to. */
export interface OpenedText {
  readonly text: Text;
  readonly fileName: string;
  readonly isKeptEdition: boolean;
  /** Where reading stopped, a canonical offset in code points. */
  readonly start: number;
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

type Parts = Pick<Services, 'bridge' | 'texts' | 'annotations'>;

/**
 * Opens a text. What was derived once is taken as it was stored; only a file never seen, or changed and not yet
 * marked, is derived. Notes never move to another edition by themselves.
 */
export async function openText(
  { bridge, texts, annotations }: Parts,
  listed: ListedText,
): Promise<Result<OpenedText, OpenTextFailure>> {
  const stored = await texts.get(listed.id);
  const start = (await texts.position(listed.id))?.offset ?? 0;
  const { fileName } = listed;
  const file = await bridge.request('library.read', { id: listed.id });
  if (!file.ok) return failure(file.reason);
  if (stored?.sourceHash === file.value.hash) return success({ text: stored, fileName, isKeptEdition: false, start });
  if (stored !== undefined && (await annotations.isMarked(stored.id))) {
    return success({ text: stored, fileName, isKeptEdition: true, start });
  }
  const text = await derive(file.value);
  const kept = await texts.put(text);
  if (!kept.ok) return failure({ kind: 'not-kept', fileName });
  return success({ text, fileName, isKeptEdition: false, start: stored === undefined ? start : 0 });
}
