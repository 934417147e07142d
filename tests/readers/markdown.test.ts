import { beforeAll, describe, expect, it } from 'vitest';
import { markdown } from '#core/exchange/markdown/markdown';
import { noteCount, type NotesModel } from '#core/exchange/notes-model';
import { bundledText } from '../support/bundled-text';
import { modelOn, writtenText } from '../support/exported';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';
import { isHere, run } from './programs';

let model: NotesModel;
beforeAll(async () => {
  const text = await bundledText();
  model = await modelOn(text, variedNotes(text), { palette: VARIED_PALETTE });
});

describe.skipIf(!isHere('pandoc'))('pandoc reads our Markdown', () => {
  it('and finds as many quotes as there are notes', () => {
    const html = run('pandoc', ['--from=markdown', '--to=html'], writtenText(markdown, model));
    expect(html.match(/<blockquote>/g)).toHaveLength(noteCount(model));
  });
});
