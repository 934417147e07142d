import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConversion } from '#core/script/conversion';
import { deriveText, type DerivationTools } from '#core/text/derive-text';
import type { Text } from '#core/text/text';
import { loadWordList } from '#core/text/word-list';
import facts from '../fixtures/facts.json';

/** The bundled source as it lies in the resources. */
export const bundledSource = readFileSync(join(__dirname, '../../resources/texts/000_e14e3f990d861e67.txt'));

/** What the bundled text must read like. */
export const readingText = readFileSync(join(__dirname, '../fixtures/reading-text.txt'), 'utf8');

/** The real tools of derivation. */
export async function derivationTools(): Promise<DerivationTools> {
  const [words, toSimplified, toTaiwan] = await Promise.all([
    loadWordList(),
    loadConversion('tw2s'),
    loadConversion('s2tw'),
  ]);
  return { words, roundTrip: (text) => toTaiwan.convert(toSimplified.convert(text).display).display };
}

/** The bundled text, derived with the real tools. */
export async function bundledText(): Promise<Text> {
  return deriveText(
    {
      id: 'bundled:000_e14e3f990d861e67.txt',
      title: '北京國際科技創新中心建設',
      hash: facts.source.sha256,
      content: bundledSource.toString('utf8'),
      script: 'hant-from-hans',
    },
    await derivationTools(),
  );
}
