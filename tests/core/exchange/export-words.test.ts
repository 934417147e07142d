import { describe, expect, it } from 'vitest';
import { drained } from '#core/support/drained';
import { html } from '#core/exchange/document/html';
import { wordSteps } from '#core/exchange/document/word';
import { quotesOf } from '#core/exchange/export-words';
import { FIRST_OPTIONS, QUOTE_CHOICES } from '#core/exchange/format';
import { gatherUnseen } from '#core/exchange/gather';
import { markdown } from '#core/exchange/markdown/markdown';
import { anki } from '#core/exchange/table/anki';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { exportedText, markAt, modelOf, writtenText } from '../../support/exported';
import { textOfLines } from '../../support/kept-records';

const text = { ...textOfLines('t', 'ab'.repeat(32), ['學而時習之']), script: 'hant' as const };
const lost = markAt(text, 1, 0, 5, { textHash: 'other' });

describe('the quote of a note without a place', () => {
  const placeless = async () => modelOf([await exportedText(text, [lost], 'simplified')], { mode: 'simplified' });
  const unseen = () =>
    modelOf([drained(gatherUnseen({ textId: 't', title: '題', annotations: [lost], palette: FIRST_PALETTE }))], {
      mode: 'simplified',
    });

  it.each(QUOTE_CHOICES)(
    'is the one that was kept, in the script of the source, where %s is asked for',
    async (choice) => {
      for (const [model, language] of [
        [await placeless(), 'zh-Hant'],
        [unseen(), 'zh'],
      ] as const) {
        const [of] = model.texts;
        const [note] = of?.notes ?? [];
        if (of === undefined || note === undefined) throw new Error('there is no note');
        expect(quotesOf(model, of, note, choice)).toEqual([
          { words: '學而時習之', language, script: 'As in the source' },
        ]);
      }
    },
  );

  it('is said to be in no other script, in words as in tags of language', async () => {
    const model = await placeless();
    const cited = { citation: true };
    expect(writtenText(markdown, model, cited)).toContain('> 學而時習之\n> *As in the source*\n');
    expect(writtenText(html, model, cited)).toMatch(
      /<p lang="zh-Hant">學而時習之<\/p><\/blockquote>\n<p class="script">As in the source</,
    );
    expect(writtenText(anki, model, cited)).toContain(
      '<div lang=""zh-Hant"">學而時習之</div><br><small>As in the source',
    );
    const { paragraphs } = drained(wordSteps(model, FIRST_OPTIONS));
    expect(paragraphs.at(-1)).toMatchObject({ style: 'quote', language: 'zh-Hant' });
  });
});
